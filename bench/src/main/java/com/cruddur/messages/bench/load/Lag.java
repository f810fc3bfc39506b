package com.cruddur.messages.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How far the inboxes are behind the messages: all conversations and inboxes of the load, read
/// when it is over, and again until nothing is behind.
final class Lag {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PAGE = 500;

  private final DynamoDbClient client;
  private final String table;
  private final Set<String> groups;
  private final List<UUID> members;

  /// @param groups the conversations
  /// @param members whose inboxes they are in
  Lag(DynamoDbClient client, String table, Set<String> groups, List<UUID> members) {
    this.client = client;
    this.table = table;
    this.groups = groups;
    this.members = members;
  }

  /// Waits until every inbox shows the newest message of each of its conversations.
  ///
  /// @return how long that took; empty when it did not come to that
  Optional<Duration> awaitNone() {
    var start = Instant.now();
    while (!behind().isEmpty()) {
      if (Instant.now().isAfter(start.plus(PATIENCE))) {
        return Optional.empty();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    return Optional.of(Duration.between(start, Instant.now()));
  }

  /// The conversations that do not stand once in the inboxes of two members, showing the newest
  /// message, at its time or, where another conversation has that place, somewhat later.
  List<String> behind() {
    var rows =
        inboxes().stream().collect(Collectors.groupingBy(row -> row.get("message_group_uuid").s()));
    return groups.stream()
        .filter(group -> !isShown(rows.getOrDefault(group, List.of()), newest(group)))
        .toList();
  }

  private Map<String, AttributeValue> newest(String group) {
    return under("MSG#" + group, false, 1).findFirst().orElseThrow();
  }

  private static boolean isShown(
      List<Map<String, AttributeValue>> rows, Map<String, AttributeValue> newest) {
    return rows.stream().map(row -> row.get("pk").s()).distinct().count() == 2
        && rows.size() == 2
        && rows.stream()
            .allMatch(
                row ->
                    row.get("message").equals(newest.get("message"))
                        && row.get("sk").s().compareTo(newest.get("sk").s()) >= 0);
  }

  /// All messages, each conversation's from the oldest on.
  List<Map<String, AttributeValue>> messages() {
    return groups.stream().flatMap(group -> under("MSG#" + group, true, PAGE)).toList();
  }

  /// All inbox rows.
  List<Map<String, AttributeValue>> inboxes() {
    return members.stream().flatMap(member -> under("GRP#" + member, true, PAGE)).toList();
  }

  private Stream<Map<String, AttributeValue>> under(String pk, boolean oldestFirst, int page) {
    return client
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                    .consistentRead(true)
                    .scanIndexForward(oldestFirst)
                    .limit(page))
        .items()
        .stream();
  }
}
