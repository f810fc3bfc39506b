package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.table.MessagesTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Many rows by their keys, in requests of a hundred.
///
/// See
/// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html>
final class BatchRead {
  /// As many as one request takes.
  static final int MAX_KEYS = 100;

  private final MessagesTable table;

  BatchRead(MessagesTable table) {
    this.table = table;
  }

  /// Those of the rows that are there, whole, from the table itself.
  List<Map<String, AttributeValue>> consistent(Collection<Map<String, AttributeValue>> keys) {
    return read(keys, KeysAndAttributes.builder().consistentRead(true).build());
  }

  /// The keys of those rows that are there, as of a moment ago; half the price.
  List<Map<String, AttributeValue>> present(Collection<Map<String, AttributeValue>> keys) {
    return read(keys, KeysAndAttributes.builder().projectionExpression("pk, sk").build());
  }

  private List<Map<String, AttributeValue>> read(
      Collection<Map<String, AttributeValue>> keys, KeysAndAttributes how) {
    var rows = new ArrayList<Map<String, AttributeValue>>();
    var distinct = keys.stream().distinct().toList();
    for (var first = 0; first < distinct.size(); first += MAX_KEYS) {
      var part = distinct.subList(first, Math.min(first + MAX_KEYS, distinct.size()));
      var left = Map.of(table.name(), how.toBuilder().keys(part).build());
      while (!left.isEmpty()) {
        var request = left;
        var answer = table.client().batchGetItem(get -> get.requestItems(request));
        rows.addAll(answer.responses().getOrDefault(table.name(), List.of()));
        // Fewer every time: where nothing is processed, it is an error that the SDK waits after.
        left = answer.unprocessedKeys();
      }
    }
    return rows;
  }
}
