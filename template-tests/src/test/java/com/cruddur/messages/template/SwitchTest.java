package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Synthesis.class)
class SwitchTest {
  private final Apps apps;

  SwitchTest(Apps apps) {
    this.apps = apps;
  }

  @Test
  void capacityCanBeBoughtInAdvance() {
    var variant =
        Variant.of(
            apps,
            """
            {
              "table": {
                "name": "cruddur-messages",
                "provisioned": {"readUnits": 7, "writeUnits": 3}
              }
            }
            """);
    var capacity = Json.node("{\"ReadCapacityUnits\": 7, \"WriteCapacityUnits\": 3}");
    var expected =
        (ObjectNode)
            ReadableTemplate.of(variant.dev(), SynthesizedApp.DATA)
                .properties("MessagesTable/Table");
    expected.remove("BillingMode");
    expected.set("ProvisionedThroughput", capacity);
    ((ObjectNode) expected.at("/GlobalSecondaryIndexes/0")).set("ProvisionedThroughput", capacity);
    var table = variant.template(SynthesizedApp.DATA).properties("MessagesTable/Table");
    assertThatJson(table).whenIgnoringPaths("BillingMode").isEqualTo(expected);
    // What CloudFormation takes it for when it is left out.
    assertThat(table.path("BillingMode").asText("PROVISIONED")).isEqualTo("PROVISIONED");
    assertThat(variant.missing()).isEmpty();
    assertThat(variant.added()).isEmpty();
  }

  @Test
  void functionsCanRunOnX86() {
    var variant =
        Variant.of(
            apps,
            "{\"functions\": {\"architecture\": \"x86_64\", \"logRetention\": \"ONE_WEEK\"}}");
    for (var function : DeployedFunction.values()) {
      assertThatJson(variant.template(function.stack()).properties(function.id()))
          .inPath("$.Architectures")
          .isEqualTo("[\"x86_64\"]");
    }
    assertThat(variant.missing()).isEmpty();
    assertThat(variant.added()).isEmpty();
  }

  @Test
  void alarmsAreMailedToTheAddress() {
    var variant = Variant.of(apps, "{\"alarmEmail\": \"ops@example.com\"}");
    assertThat(variant.missing()).isEmpty();
    assertThat(variant.added())
        .singleElement()
        .satisfies(
            subscription ->
                assertThatJson(variant.template(SynthesizedApp.MESSAGING).properties(subscription))
                    .isEqualTo(
                        """
                        {
                          "TopicArn": "${Monitoring/Topic/Topic}",
                          "Protocol": "email",
                          "Endpoint": "ops@example.com"
                        }
                        """));
  }
}
