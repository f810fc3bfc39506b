package com.cruddur.messages.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How far the inboxes are behind the messages: everything of the table, read once the load is over
/// and again until nothing is behind.
final class Lag {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final DynamoDbClient client;
  private final String table;

  Lag(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
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

  /// The inbox rows that do not show the newest message, by their keys.
  List<String> behind() {
    var newest = new HashMap<String, Map<String, AttributeValue>>();
    under("MSG#")
        .forEach(
            row ->
                newest.merge(
                    row.get("pk").s().substring("MSG#".length()),
                    row,
                    (a, b) -> a.get("sk").s().compareTo(b.get("sk").s()) > 0 ? a : b));
    return under("GRP#").stream()
        .filter(
            row ->
                !row.get("message")
                    .equals(newest.get(row.get("message_group_uuid").s()).get("message")))
        .map(row -> row.get("pk").s() + " / " + row.get("sk").s())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /// All rows whose partition key starts so.
  List<Map<String, AttributeValue>> under(String prefix) {
    return client
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .filterExpression("begins_with(pk, :prefix)")
                    .expressionAttributeValues(Map.of(":prefix", AttributeValue.fromS(prefix))))
        .items()
        .stream()
        .toList();
  }
}
