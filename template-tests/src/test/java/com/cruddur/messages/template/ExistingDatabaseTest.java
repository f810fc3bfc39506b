package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Synthesis.class)
class ExistingDatabaseTest {
  private static final String URL = "{{resolve:secretsmanager:cruddur:SecretString:url}}";

  private static final String[] DATABASE = {
    "AWSCDK.TriggerCustomResourceProviderCustomResourceProvider/Handler",
    "AWSCDK.TriggerCustomResourceProviderCustomResourceProvider/Role",
    "ApplySchema",
    "ApplySchema/CurrentVersion",
    "ApplySchemaLog",
    "ApplySchemaRole",
    "Network/Functions/to DataUserDatabaseGroupBB936D27:5432",
    "UserDatabase/Aurora/Cluster",
    "UserDatabase/Aurora/Subnets",
    "UserDatabase/Aurora/Writer",
    "UserDatabase/Group",
    "UserDatabase/Group/from DataNetworkFunctionsB28126E3:5432",
    "SchemaApplied/Default"
  };

  private final Apps apps;

  ExistingDatabaseTest(Apps apps) {
    this.apps = apps;
  }

  @Test
  void itsSchemaIsLeftAloneAndItsUrlPassedOnAsItIs() {
    var variant = variant("");
    assertThat(variant.missing())
        .filteredOn(name -> !name.startsWith("Network/Vpc") && !name.startsWith("Network/DynamoDb"))
        .containsExactlyInAnyOrder(DATABASE);
    assertThat(variant.added()).isEmpty();
    for (var function : DeployedFunction.values()) {
      if (function.databaseUser().isPresent() && !function.isCalledOnceADeploy()) {
        var template = variant.template(function.stack());
        assertThat(
                template
                    .properties(function.id())
                    .at("/Environment/Variables/DATABASE_URL")
                    .textValue())
            .isEqualTo(URL);
        assertThat(Role.of(variant.changed(), function).text()).doesNotContain("rds-db");
      }
    }
  }

  @Test
  void functionsGetAWayToItsPort() {
    var functions =
        variant(", \"port\": 6432").template(SynthesizedApp.DATA).properties("Network/Functions");
    assertThatJson(functions)
        .inPath("$.SecurityGroupEgress[1]")
        .isEqualTo(
            """
            {
              "CidrIp": "0.0.0.0/0",
              "IpProtocol": "tcp",
              "FromPort": 6432,
              "ToPort": 6432,
              "Description": "Database of the users"
            }
            """);
  }

  @Test
  void itsSecurityGroupIsOpenedForTheFunctionsOnly() {
    var variant = variant(", \"securityGroupId\": \"sg-0123456789abcdef0\"");
    var data = variant.template(SynthesizedApp.DATA);
    assertThat(data.ofType("AWS::EC2::SecurityGroup").keySet())
        .containsExactly("Network/Functions");
    assertThat(data.ofType("AWS::EC2::SecurityGroupIngress").values())
        .singleElement()
        .satisfies(
            rule ->
                assertThatJson(rule.get("Properties"))
                    .isEqualTo(
                        """
                        {
                          "GroupId": "sg-0123456789abcdef0",
                          "SourceSecurityGroupId": "${Network/Functions.GroupId}",
                          "IpProtocol": "tcp",
                          "FromPort": 5432,
                          "ToPort": 5432,
                          "Description": "Database of the users"
                        }
                        """));
  }

  private Variant variant(String more) {
    return Variant.of(
        apps,
        """
        {"network": %s, "database": {"existing": {"url": "%s"%s}}}
        """
            .formatted(Variant.existingNetwork("[]"), URL, more));
  }
}
