package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.LAST_MESSAGE_AT;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_GROUP_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;
import static com.cruddur.messages.table.MessagesTableSchema.USER_UUID;

import com.cruddur.messages.table.MessagesTable;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/// All messages and inbox rows, in segments that can be read beside each other. It is only as good
/// as eventually consistent reads are, for half the price of others.
///
/// See
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html#Scan.ParallelScan>
final class TableScan {
  // In the pages of all segments together, so that they fit into a small heap.
  private static final int ROWS_AT_ONCE = 16_000;

  private final MessagesTable table;
  private final int segments;

  TableScan(MessagesTable table, int segments) {
    this.table = table;
    this.segments = segments;
  }

  /// What is done with a page.
  @FunctionalInterface
  interface Pages {
    /// @param scanned how many rows of any kind were read for it
    void next(List<Map<String, AttributeValue>> rows, int scanned);
  }

  /// Reads a segment until it ends, or until it is to stop.
  void read(int segment, BooleanSupplier stop, Pages pages) {
    var scan = request(segment);
    while (!stop.getAsBoolean()) {
      var answer = table.client().scan(scan);
      pages.next(answer.items(), answer.scannedCount());
      if (!answer.hasLastEvaluatedKey()) {
        return;
      }
      scan = scan.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
    }
  }

  private ScanRequest request(int segment) {
    return ScanRequest.builder()
        .tableName(table.name())
        .segment(segment)
        .totalSegments(segments)
        .limit(ROWS_AT_ONCE / segments)
        .filterExpression("begins_with(#pk, :message) OR begins_with(#pk, :group)")
        .projectionExpression("#pk, #sk, #message, #user, #group, #at")
        .expressionAttributeNames(
            Map.of(
                "#pk", PK,
                "#sk", SK,
                "#message", MESSAGE,
                "#user", USER_UUID,
                "#group", MESSAGE_GROUP_UUID,
                "#at", LAST_MESSAGE_AT))
        .expressionAttributeValues(
            Map.of(
                ":message", AttributeValue.fromS(MESSAGE_PREFIX),
                ":group", AttributeValue.fromS(GROUP_PREFIX)))
        .build();
  }
}
