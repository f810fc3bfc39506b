package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.table.InboxRow;
import com.cruddur.messages.table.InboxRows;
import com.cruddur.messages.table.MessagesTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The inbox rows of a conversation, found by the index and read from the table itself. Searching
/// whole inboxes instead would cost each conversation what its members have of others.
final class RowReader {
  private final InboxRows inboxes;
  private final BatchRead batches;

  RowReader(MessagesTable table) {
    this.inboxes = new InboxRows(table);
    this.batches = new BatchRead(table);
  }

  /// The rows by inbox. Where one is not in the place the index gave, the whole inbox is searched:
  /// it has moved.
  Map<String, List<InboxRow>> indexed(UUID group) {
    var indexed =
        inboxes.indexed(group).stream()
            .collect(
                Collectors.groupingBy(InboxRow::owner, LinkedHashMap::new, Collectors.toList()));
    var keys = indexed.values().stream().flatMap(List::stream).map(InboxRow::key).toList();
    var there = new HashMap<Map<String, AttributeValue>, InboxRow>();
    batches.consistent(keys).stream()
        .map(InboxRow::new)
        .filter(row -> row.isOf(group))
        .forEach(row -> there.put(row.key(), row));
    var rows = new LinkedHashMap<String, List<InboxRow>>();
    indexed.forEach(
        (owner, shown) -> {
          var found = new ArrayList<InboxRow>();
          for (var row : shown) {
            if (there.containsKey(row.key())) {
              found.add(there.get(row.key()));
            }
          }
          var now = found.size() == shown.size() ? found : inboxes.of(owner, group);
          if (!now.isEmpty()) {
            rows.put(owner, List.copyOf(now));
          }
        });
    return rows;
  }
}
