package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Synthesis.class)
class ExistingNetworkTest {
  private static final String[] NETWORK = {
    "Network/Vpc",
    "Network/Vpc/IsolatedSubnet1/RouteTable",
    "Network/Vpc/IsolatedSubnet1/RouteTableAssociation",
    "Network/Vpc/IsolatedSubnet1/Subnet",
    "Network/Vpc/IsolatedSubnet2/RouteTable",
    "Network/Vpc/IsolatedSubnet2/RouteTableAssociation",
    "Network/Vpc/IsolatedSubnet2/Subnet"
  };

  private final Apps apps;

  ExistingNetworkTest(Apps apps) {
    this.apps = apps;
  }

  @Test
  void itsRouteTablesGetTheWayToDynamoDb() {
    var variant = variant("[\"rtb-0123456789abcdef0\", \"rtb-0123456789abcdef1\"]");
    assertThat(variant.missing()).containsExactly(NETWORK);
    assertThat(variant.added()).isEmpty();
    assertThatJson(variant.template(SynthesizedApp.DATA).properties("Network/DynamoDb/Endpoint"))
        .inPath("$.RouteTableIds")
        .isEqualTo("[\"rtb-0123456789abcdef0\", \"rtb-0123456789abcdef1\"]");
  }

  @Test
  void withoutRouteTablesItsOwnEndpointIsUsed() {
    var variant = variant("[]");
    assertThat(variant.missing())
        .contains(NETWORK)
        .hasSize(NETWORK.length + 1)
        .contains("Network/DynamoDb/Endpoint");
    assertThat(variant.added()).isEmpty();
  }

  @Test
  void functionsAndDatabaseLieInItsSubnetsWithGroupsOfTheirOwn() {
    var variant = variant("[]");
    var subnets = "[\"subnet-0123456789abcdef0\", \"subnet-0123456789abcdef1\"]";
    assertThatJson(variant.template(SynthesizedApp.MESSAGING).properties("ListMessages"))
        .inPath("$.VpcConfig")
        .isEqualTo(
            """
            {"SubnetIds": %s, "SecurityGroupIds": ["${Network/Functions.GroupId}"]}
            """
                .formatted(subnets));
    var data = variant.template(SynthesizedApp.DATA);
    assertThatJson(data.properties("UserDatabase/Aurora/Subnets"))
        .inPath("$.SubnetIds")
        .isEqualTo(subnets);
    for (var group : new String[] {"Network/Functions", "UserDatabase/Group"}) {
      assertThat(data.properties(group).get("VpcId").textValue())
          .isEqualTo("vpc-0123456789abcdef0");
    }
  }

  private Variant variant(String routeTables) {
    return Variant.of(apps, "{\"network\": " + Variant.existingNetwork(routeTables) + "}");
  }
}
