package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.cli.transfer.ExportCheckpoint.Segment;
import com.cruddur.messages.table.MessagesTable;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/// Reads every row of the table, in segments side by side, and hands over page after page.
///
/// Strongly consistent, at twice the capacity: what was written before it began is in it.
final class Export {
  // Pages small enough for a low rate, and for the memory of many segments.
  private static final int PAGE = 1000;

  private final MessagesTable table;
  private final ExportSink sink;
  private final LongConsumer progress;

  /// @param progress is told how many rows were handed over more
  Export(MessagesTable table, ExportSink sink, LongConsumer progress) {
    this.table = table;
    this.sink = sink;
    this.progress = progress;
  }

  /// Runs until every segment is done.
  ///
  /// @param segments where each one goes on
  /// @return whether all are done; false when an end was requested before
  /// @throws software.amazon.awssdk.core.exception.SdkException when DynamoDB failed
  boolean run(List<Segment> segments, BooleanSupplier isStopRequested) {
    var tasks =
        IntStream.range(0, segments.size())
            .filter(number -> !segments.get(number).done())
            .<Runnable>mapToObj(number -> () -> scan(number, segments))
            .toList();
    return SideBySide.run(tasks, isStopRequested);
  }

  private void scan(int number, List<Segment> segments) {
    for (var segment = segments.get(number);
        !segment.done() && !Thread.currentThread().isInterrupted(); ) {
      var page = table.client().scan(request(number, segments.size(), segment.after()));
      segment =
          page.hasLastEvaluatedKey()
              ? new Segment(DynamoDbJson.toJson(page.lastEvaluatedKey()), false)
              : Segment.DONE;
      sink.add(number, lines(page.items()), page.items().size(), segment);
      progress.accept(page.items().size());
    }
  }

  private ScanRequest request(int number, int of, JsonNode after) {
    return ScanRequest.builder()
        .tableName(table.name())
        .segment(number)
        .totalSegments(of)
        .exclusiveStartKey(after == null ? null : DynamoDbJson.fromJson(after))
        .consistentRead(true)
        .limit(PAGE)
        .build();
  }

  private static byte[] lines(List<Map<String, AttributeValue>> rows) {
    var lines = new StringBuilder();
    rows.forEach(row -> lines.append(ItemLine.of(row)).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
