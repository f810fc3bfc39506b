package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of the data when a stack is deleted, or a change would replace what holds them.
@ExtendWith(Synthesis.class)
class RetentionTest {
  @ParameterizedTest
  @CsvSource({"dev, Delete", "prod, Retain"})
  void everythingThatHoldsDataOutlivesTheStacksOfProdAndNoOthers(
      String stage, String policy, Apps apps) {
    var app = apps.stage(stage);
    assertThat(policies(app, "DeletionPolicy"))
        .isEqualTo(policies(app, "UpdateReplacePolicy"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("MessagesTable/Table", policy),
                Map.entry("UserDatabase/Aurora/Cluster", policy),
                Map.entry("UserDatabase/Aurora/Writer", policy),
                Map.entry("SignIn/Pool", policy),
                Map.entry("FailureStore/Bucket", policy),
                Map.entry("ListMessagesLog", policy),
                Map.entry("ListMessageGroupsLog", policy),
                Map.entry("CreateMessageLog", policy),
                Map.entry("ShowUserLog", policy),
                Map.entry("UpdateMessageGroupsLog", policy),
                Map.entry("RegisterUserLog", policy),
                Map.entry("ApplySchemaLog", policy),
                Map.entry("MessagingApi/AccessLog", policy),
                Map.entry("UploadLog", policy),
                // Calls, not data.
                Map.entry("SchemaApplied/Default", "Delete"),
                Map.entry("Assets/CustomResource", "Delete"),
                Map.entry("Entry/CustomResource", "Delete"),
                // Made of the repository.
                Map.entry("PageSite/Bucket", "Delete")));
  }

  /// A cluster that stays holds on to them: deleting the stack would fail at them, half done.
  @ParameterizedTest
  @CsvSource({"dev, ", "prod, Retain"})
  void whatTheDatabaseStandsInStaysWithIt(String stage, String policy, Apps apps) {
    var around = new TreeMap<String, JsonNode>();
    ReadableTemplate.of(apps.stage(stage), SynthesizedApp.DATA)
        .resources()
        .forEach(
            (name, resource) -> {
              if (isAround(resource)) {
                around.put(name, resource);
              }
            });
    assertThat(around)
        .containsKeys("Network/Vpc", "UserDatabase/Group", "UserDatabase/Aurora/Subnets");
    assertThat(around.values())
        .allSatisfy(
            resource -> {
              assertThat(resource.path("DeletionPolicy").textValue()).isEqualTo(policy);
              assertThat(resource.path("UpdateReplacePolicy").textValue()).isEqualTo(policy);
            });
  }

  private static boolean isAround(JsonNode resource) {
    var type = resource.get("Type").textValue();
    return type.startsWith("AWS::EC2::") || type.equals("AWS::RDS::DBSubnetGroup");
  }

  private static Map<String, String> policies(SynthesizedApp app, String kind) {
    var policies = new TreeMap<String, String>();
    for (var stack : SynthesizedApp.STACKS) {
      ReadableTemplate.of(app, stack)
          .resources()
          .forEach(
              (name, resource) -> {
                if (resource.has(kind) && !isAround(resource)) {
                  policies.put(name, resource.get(kind).textValue());
                }
              });
    }
    return policies;
  }
}
