package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Synthesis.class)
class ExistingTableTest {
  private static final String STREAM =
      "arn:aws:dynamodb:eu-west-3:123456789012:table/old-messages/stream/2023-04-01T00:00:00.000";

  private static final String TABLE =
      "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/old-messages";

  private final Variant variant;

  ExistingTableTest(Apps apps) {
    this.variant =
        Variant.of(
            apps,
            """
            {"table": {"name": "old-messages", "existing": {"streamArn": "%s"}}}
            """
                .formatted(STREAM));
  }

  @Test
  void tableIsLeftAloneAndEverythingElseIsMade() {
    assertThat(variant.missing()).containsExactly("MessagesTable/Table");
    assertThat(variant.added()).isEmpty();
  }

  @Test
  void rolesAndEndpointLeadToTheExistingTable() {
    for (var function : DeployedFunction.values()) {
      var renamed =
          Role.of(variant.dev(), function)
              .text()
              .replace("${MessagesTable/Table.Arn}", TABLE)
              .replace("${MessagesTable/Table.StreamArn}", STREAM);
      assertThat(Role.of(variant.changed(), function).text()).isEqualTo(renamed);
    }
    var endpoint =
        ReadableTemplate.of(variant.dev(), SynthesizedApp.DATA)
            .resource("Network/DynamoDb/Endpoint")
            .toString()
            .replace("${MessagesTable/Table.Arn}", TABLE);
    assertThat(
            variant.template(SynthesizedApp.DATA).resource("Network/DynamoDb/Endpoint").toString())
        .isEqualTo(endpoint);
  }

  @Test
  void functionsAndMappingAreGivenItsNameAndItsStream() {
    var messaging = variant.template(SynthesizedApp.MESSAGING);
    assertThat(messaging.properties("StreamProcessor/Mapping").get("EventSourceArn").textValue())
        .isEqualTo(STREAM);
    assertThat(
            messaging
                .properties("CreateMessage")
                .at("/Environment/Variables/TABLE_NAME")
                .textValue())
        .isEqualTo("old-messages");
    assertThat(messaging.outputs()).containsEntry("TableName", "old-messages");
  }
}
