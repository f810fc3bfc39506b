package com.cruddur.messages.integration.aws;

import com.cruddur.messages.table.MessagesTableSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The rows of users who talk to nobody but each other, found by their keys.
///
/// @param table its name
/// @param users their uuids
record OwnRows(DynamoDbClient dynamoDb, String table, Set<String> users) {
  /// Whether the stream function is done with them: every inbox row is where the last message of
  /// its conversation put it, or behind.
  boolean areSettled() {
    return inboxes()
        .allMatch(
            row ->
                under(MessagesTableSchema.MESSAGE_PREFIX + group(row))
                    .map(OwnRows::sortKey)
                    .max(Comparator.naturalOrder())
                    .filter(last -> sortKey(row).compareTo(last) < 0)
                    .isEmpty());
  }

  /// Deletes them.
  void delete() {
    var inboxes = inboxes().toList();
    var conversations =
        inboxes.stream()
            .map(OwnRows::group)
            .distinct()
            .flatMap(
                group ->
                    Stream.concat(
                        under(MessagesTableSchema.MESSAGE_PREFIX + group),
                        under(MessagesTableSchema.MEMBER_PREFIX + group)))
            .toList();
    var requests =
        users.stream().flatMap(user -> under(MessagesTableSchema.SENT_PREFIX + user)).toList();
    var pairs = pairs().toList();
    // The inboxes last: they are what the rest is found by, should this be done again.
    Stream.of(conversations, requests, pairs, inboxes).flatMap(List::stream).forEach(this::delete);
  }

  // Not one that somebody else has begun: that conversation is his, too.
  private Stream<Map<String, AttributeValue>> inboxes() {
    return users.stream()
        .flatMap(user -> under(MessagesTableSchema.GROUP_PREFIX + user))
        .filter(row -> users.contains(row.get(MessagesTableSchema.USER_UUID).s()));
  }

  private Stream<Map<String, AttributeValue>> pairs() {
    return users.stream()
        .flatMap(
            one ->
                users.stream()
                    .filter(other -> one.compareTo(other) < 0)
                    .map(other -> MessagesTableSchema.PAIR_PREFIX + one + "#" + other))
        .flatMap(this::under);
  }

  private Stream<Map<String, AttributeValue>> under(String pk) {
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .keyConditionExpression("#pk = :pk")
                    .expressionAttributeNames(Map.of("#pk", MessagesTableSchema.PK))
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                    .consistentRead(true))
        .items()
        .stream();
  }

  private void delete(Map<String, AttributeValue> row) {
    var key =
        Map.of(
            MessagesTableSchema.PK, row.get(MessagesTableSchema.PK),
            MessagesTableSchema.SK, row.get(MessagesTableSchema.SK));
    dynamoDb.deleteItem(delete -> delete.tableName(table).key(key));
  }

  private static String group(Map<String, AttributeValue> row) {
    return row.get(MessagesTableSchema.MESSAGE_GROUP_UUID).s();
  }

  private static String sortKey(Map<String, AttributeValue> row) {
    return row.get(MessagesTableSchema.SK).s();
  }
}
