package com.cruddur.messages.bench;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_GROUP_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.USER_DISPLAY_NAME;
import static com.cruddur.messages.table.MessagesTableSchema.USER_HANDLE;
import static com.cruddur.messages.table.MessagesTableSchema.USER_UUID;

import com.cruddur.messages.bench.UnconditionalMoves.Order;
import com.cruddur.messages.message.MessageText;
import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.testing.Table;
import com.cruddur.messages.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The requests that the Python service wrote with, to be counted by the same rules as ours.
record PythonWrites(DynamoDbClient client) {
  /// A first message: three rows in one batch.
  UUID open(User sender, User receiver, MessageText text) {
    var group = UUID.randomUUID();
    var now = Timestamp.of(Instant.now());
    rows()
        .putAll(
            List.of(
                message(group, now, sender, text),
                inboxRow(group, now, sender, receiver, text),
                inboxRow(group, now, receiver, sender, text)));
    return group;
  }

  /// A message into a conversation: one put.
  NewMessage send(UUID group, User sender, MessageText text) {
    var now = Timestamp.of(Instant.now());
    rows().put(message(group, now, sender, text));
    return new NewMessage(group, now, sender.uuid().toString(), text.value());
  }

  /// What its stream function did for it.
  void move(NewMessage message) {
    new UnconditionalMoves(client, Order.DELETE_THEN_PUT).move(message);
  }

  private Table rows() {
    return new Table(client, OwnTable.NAME);
  }

  private static Map<String, AttributeValue> message(
      UUID group, Timestamp at, User sender, MessageText text) {
    return Table.row(
        MESSAGE_PREFIX + group,
        at.stored(),
        MESSAGE,
        text.value(),
        MESSAGE_UUID,
        UUID.randomUUID().toString(),
        USER_UUID,
        sender.uuid().toString(),
        USER_HANDLE,
        sender.handle(),
        USER_DISPLAY_NAME,
        sender.displayName());
  }

  private static Map<String, AttributeValue> inboxRow(
      UUID group, Timestamp at, User owner, User other, MessageText text) {
    return Table.row(
        GROUP_PREFIX + owner.uuid(),
        at.stored(),
        MESSAGE_GROUP_UUID,
        group.toString(),
        MESSAGE,
        text.value(),
        USER_UUID,
        other.uuid().toString(),
        USER_HANDLE,
        other.handle(),
        USER_DISPLAY_NAME,
        other.displayName());
  }
}
