package com.cruddur.messages.bench;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MEMBER_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_PREFIX;

import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.testing.Table;
import com.cruddur.messages.user.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/// A table with one conversation of so many messages, or one inbox of so many conversations, and
/// nothing else. Without a stream: nobody reads it, and DynamoDB Local keeps every record.
///
/// @param owner who reads
/// @param group the conversation, where there is one
/// @param size how many rows are under its partition key
record SeededTable(String name, User owner, UUID group, String pk, int size) {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final int AT_A_TIME = 10_000;

  /// A conversation.
  static SeededTable ofMessages(DynamoDbClient client, int size) {
    var owner = new User(UUID.randomUUID(), "andrew", "Andrew Brown");
    var group = UUID.randomUUID();
    var seeded = new SeededTable("messages-" + size, owner, group, MESSAGE_PREFIX + group, size);
    seeded.fill(client, seeded::message);
    new Table(client, seeded.name).put(MEMBER_PREFIX + group, owner.uuid().toString());
    return seeded;
  }

  /// An inbox.
  static SeededTable ofGroups(DynamoDbClient client, int size) {
    var owner = new User(UUID.randomUUID(), "andrew", "Andrew Brown");
    var seeded = new SeededTable("groups-" + size, owner, null, GROUP_PREFIX + owner.uuid(), size);
    seeded.fill(client, seeded::inboxRow);
    return seeded;
  }

  /// The sort key of row number `n`, the oldest being 0.
  static String sk(int n) {
    return Timestamp.of(BEGINNING.plus(n, ChronoUnit.SECONDS)).stored();
  }

  private void fill(DynamoDbClient client, IntFunction<Map<String, AttributeValue>> row) {
    client.createTable(
        MessagesTableSchema.createTable(name).toBuilder()
            .streamSpecification((StreamSpecification) null)
            .build());
    var rows = new Table(client, name);
    for (var from = 0; from < size; from += AT_A_TIME) {
      rows.putAll(IntStream.range(from, Math.min(size, from + AT_A_TIME)).mapToObj(row).toList());
    }
  }

  private Map<String, AttributeValue> message(int n) {
    return Table.row(
        pk,
        sk(n),
        "message",
        "a message of middling length, number " + n,
        "message_uuid",
        UUID.randomUUID().toString(),
        "user_uuid",
        owner.uuid().toString(),
        "user_handle",
        owner.handle(),
        "user_display_name",
        owner.displayName());
  }

  private Map<String, AttributeValue> inboxRow(int n) {
    return Table.row(
        pk,
        sk(n),
        "message_group_uuid",
        UUID.randomUUID().toString(),
        "message",
        "a message of middling length, number " + n,
        "user_uuid",
        UUID.randomUUID().toString(),
        "user_handle",
        "handle" + n,
        "user_display_name",
        "Display Name " + n);
  }

  /// Its owner, and nobody else.
  KnownUsers users() {
    return new KnownUsers(List.of(owner));
  }
}
