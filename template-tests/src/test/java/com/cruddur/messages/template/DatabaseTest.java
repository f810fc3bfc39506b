package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Synthesis.class)
class DatabaseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dev  | false | {"MinCapacity": 0, "MaxCapacity": 2, "SecondsUntilAutoPause": 600}
          prod | true  | {"MinCapacity": 0.5, "MaxCapacity": 8}
          """)
  void clusterIsEncryptedAndSignsIamUsersInOnly(
      String stage, boolean retained, String capacity, Apps apps) {
    assertThatJson(data(apps, stage).untagged("UserDatabase/Aurora/Cluster"))
        .isEqualTo(
            """
            {
              "Engine": "aurora-postgresql",
              "EngineVersion": "17.9",
              "DatabaseName": "cruddur",
              "Port": 5432,
              "MasterUsername": "cruddur_owner",
              "MasterUserAuthenticationType": "iam-db-auth",
              "EnableIAMDatabaseAuthentication": true,
              "ServerlessV2ScalingConfiguration": %s,
              "DBSubnetGroupName": "${UserDatabase/Aurora/Subnets}",
              "VpcSecurityGroupIds": ["${UserDatabase/Group.GroupId}"],
              "StorageEncrypted": true,
              "BackupRetentionPeriod": 7,
              "CopyTagsToSnapshot": true,
              "DeletionProtection": %s
            }
            """
                .formatted(capacity, retained));
  }

  @Test
  void instanceIsServerlessAndPrivate(Apps apps) {
    var data = data(apps, "dev");
    assertThatJson(data.untagged("UserDatabase/Aurora/Writer"))
        .isEqualTo(
            """
            {
              "DBClusterIdentifier": "${UserDatabase/Aurora/Cluster}",
              "DBInstanceClass": "db.serverless",
              "Engine": "aurora-postgresql",
              "PubliclyAccessible": false
            }
            """);
    assertThatJson(data.untagged("UserDatabase/Aurora/Subnets"))
        .isEqualTo(
            """
            {
              "DBSubnetGroupDescription": "Of the users' database",
              "SubnetIds": [
                "${Network/Vpc/IsolatedSubnet1/Subnet}",
                "${Network/Vpc/IsolatedSubnet2/Subnet}"
              ]
            }
            """);
  }

  @Test
  void schemaIsAppliedWhenTheDatabaseCanBeReachedAndAgainWhenTheFunctionChanges(Apps apps) {
    var applied = data(apps, "dev").resource("SchemaApplied/Default");
    assertThatJson(applied.get("Properties"))
        .isEqualTo(
            """
            {
              "ServiceToken":
                "${AWSCDK.TriggerCustomResourceProviderCustomResourceProvider/Handler.Arn}",
              "HandlerArn": "${ApplySchema/CurrentVersion}",
              "InvocationType": "RequestResponse",
              "Timeout": "210000",
              "ExecuteOnHandlerChange": true
            }
            """);
    assertThat(applied.get("DependsOn").valueStream().map(name -> name.textValue()))
        .contains(
            "UserDatabase/Aurora/Writer",
            "Network/Functions/to DataUserDatabaseGroupBB936D27:5432",
            "UserDatabase/Group/from DataNetworkFunctionsB28126E3:5432");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void noPasswordAndNoSecretStandsInAnyTemplate(String stage, Apps apps) {
    for (var stack : SynthesizedApp.STACKS) {
      var template = apps.stage(stage).json(stack);
      assertThat(template.findValuesAsText("Type"))
          .noneMatch(type -> type.startsWith("AWS::SecretsManager"));
      for (var field :
          List.of("MasterUserPassword", "ManageMasterUserPassword", "MasterUserSecret")) {
        assertThat(template.findValues(field)).as(field).isEmpty();
      }
      assertThat(template.toString()).doesNotContain("{{resolve:").doesNotContain("password=");
    }
  }

  private static ReadableTemplate data(Apps apps, String stage) {
    return ReadableTemplate.of(apps.stage(stage), SynthesizedApp.DATA);
  }
}
