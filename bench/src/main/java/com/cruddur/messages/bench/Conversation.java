package com.cruddur.messages.bench;

import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.MessagesTableSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A conversation of any number of members, and its messages as pattern E gets them: number `n` was
/// sent `n` milliseconds after the beginning.
///
/// @param members each talks to the next one, the last to the first
record Conversation(UUID groupUuid, List<UUID> members) {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  static Conversation of(int members) {
    return new Conversation(
        UUID.randomUUID(), Stream.generate(UUID::randomUUID).limit(members).toList());
  }

  /// Writes the rows of the conversation, where it shows message 0.
  void open(DynamoDbClient client) {
    for (var i = 0; i < members.size(); i++) {
      var member = members.get(i);
      var other = members.get((i + 1) % members.size());
      put(
          client,
          Map.of(
              MessagesTableSchema.PK, text(MessagesTableSchema.MEMBER_PREFIX + groupUuid),
              MessagesTableSchema.SK, text(member.toString())));
      put(
          client,
          Map.of(
              MessagesTableSchema.PK, text(MessagesTableSchema.GROUP_PREFIX + member),
              MessagesTableSchema.SK, text(sentAt(0).stored()),
              MessagesTableSchema.MESSAGE_GROUP_UUID, text(groupUuid.toString()),
              MessagesTableSchema.MESSAGE, text(textOf(0)),
              MessagesTableSchema.USER_UUID, text(other.toString()),
              MessagesTableSchema.USER_HANDLE, text("other"),
              MessagesTableSchema.USER_DISPLAY_NAME, text("Other")));
    }
  }

  NewMessage message(int number) {
    return new NewMessage(groupUuid, sentAt(number), members.getFirst().toString(), textOf(number));
  }

  Timestamp sentAt(int number) {
    return Timestamp.of(BEGINNING.plus(Duration.ofMillis(number)));
  }

  static String textOf(int number) {
    return "message " + number;
  }

  /// The rows that a member's inbox has of it, from the table itself.
  List<Map<String, AttributeValue>> rows(UUID member, DynamoDbClient client) {
    return client
        .query(
            query ->
                query
                    .tableName(OwnTable.NAME)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(
                        Map.of(":pk", text(MessagesTableSchema.GROUP_PREFIX + member)))
                    .consistentRead(true))
        .items()
        .stream()
        .filter(
            row ->
                text(groupUuid.toString()).equals(row.get(MessagesTableSchema.MESSAGE_GROUP_UUID)))
        .toList();
  }

  private static void put(DynamoDbClient client, Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(OwnTable.NAME).item(item));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
