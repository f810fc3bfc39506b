package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;
import static com.cruddur.messages.table.MessagesTableSchema.USER_DISPLAY_NAME;
import static com.cruddur.messages.table.MessagesTableSchema.USER_HANDLE;
import static com.cruddur.messages.table.MessagesTableSchema.USER_UUID;

import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.user.User;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Messages as pattern E takes them, from the table itself: whatever has a time and a text.
final class MessageReader {
  private static final int PAGE = 25;
  // A conversation in which more was sent within the settling time is looked at up to here.
  private static final int MAX_PAGES = 40;

  private final MessagesTable table;

  MessageReader(MessagesTable table) {
    this.table = table;
  }

  /// The message that a row is; empty when pattern E would not take it for one.
  static Optional<NewMessage> of(Map<String, AttributeValue> row) {
    try {
      var text = row.get(MESSAGE);
      return text == null || text.s() == null
          ? Optional.empty()
          : Optional.of(
              new NewMessage(
                  MessagesTableSchema.groupUuid(row.get(PK).s()),
                  Timestamp.parse(row.get(SK).s()),
                  text(row, USER_UUID).orElse(null),
                  text.s()));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The newest messages by key, as far back as one that was sent by `settled`.
  Messages newest(UUID groupUuid, Instant settled) {
    var messages = new ArrayList<NewMessage>();
    var query = backwards(groupUuid).limit(PAGE).build();
    for (var page = 0; page < MAX_PAGES; page++) {
      var answer = table.client().query(query);
      answer.items().stream().flatMap(row -> of(row).stream()).forEach(messages::add);
      var read = new Messages(messages);
      if (!answer.hasLastEvaluatedKey() || read.upTo(settled).isPresent()) {
        return read;
      }
      query = query.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
    }
    return new Messages(messages);
  }

  /// Whether anything at all stands where its messages would.
  boolean any(UUID groupUuid) {
    var query = backwards(groupUuid).projectionExpression(PK).limit(1).build();
    return table.client().query(query).count() > 0;
  }

  /// Whether this message is still there.
  boolean isThere(NewMessage message) {
    return table
        .client()
        .getItem(
            get ->
                get.tableName(table.name())
                    .key(
                        Map.of(
                            PK,
                            AttributeValue.fromS(MESSAGE_PREFIX + message.groupUuid()),
                            SK,
                            AttributeValue.fromS(message.createdAt().stored())))
                    .projectionExpression(PK)
                    .consistentRead(true))
        .hasItem();
  }

  /// How somebody was called in the newest of his messages in the conversation.
  Optional<User> sender(UUID sender, UUID groupUuid) {
    var query =
        backwards(groupUuid)
            .filterExpression("user_uuid = :sender")
            .expressionAttributeValues(
                Map.of(
                    ":pk",
                    AttributeValue.fromS(MESSAGE_PREFIX + groupUuid),
                    ":sender",
                    AttributeValue.fromS(sender.toString())))
            .build();
    return table.client().queryPaginator(query).items().stream()
        .flatMap(
            row ->
                text(row, USER_HANDLE)
                    .map(
                        handle -> new User(sender, handle, text(row, USER_DISPLAY_NAME).orElse("")))
                    .stream())
        .findFirst();
  }

  private QueryRequest.Builder backwards(UUID groupUuid) {
    return QueryRequest.builder()
        .tableName(table.name())
        .keyConditionExpression("pk = :pk")
        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(MESSAGE_PREFIX + groupUuid)))
        .consistentRead(true)
        .scanIndexForward(false);
  }

  private static Optional<String> text(Map<String, AttributeValue> row, String name) {
    return Optional.ofNullable(row.get(name)).map(AttributeValue::s);
  }
}
