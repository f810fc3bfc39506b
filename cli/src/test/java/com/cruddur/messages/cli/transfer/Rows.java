package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.testing.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Rows to be moved.
final class Rows {
  private static final int BATCH_BYTES = 10 * 1024 * 1024;
  private static final int BATCH = 25;

  private Rows() {}

  /// One of every kind, and one with everything that an attribute can be.
  static List<Map<String, AttributeValue>> ofEveryKind() {
    var group = UUID.randomUUID().toString();
    var odd = new HashMap<>(Table.row("ODD#1", "\u0000\u001b[2J\u0085 ü \uD83D\uDE00"));
    odd.put("n", AttributeValue.fromN("12345678901234567890.123456789"));
    odd.put("b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 10, 13})));
    odd.put("yes", AttributeValue.fromBool(true));
    odd.put("nothing", AttributeValue.fromNul(true));
    odd.put("empty", AttributeValue.fromS(""));
    odd.put("text", AttributeValue.fromS("line\r\nline\u0000\u001f\u007f\u2028 {\"Item\":{}}"));
    odd.put("ss", AttributeValue.fromSs(List.of("b", "a", "ä")));
    odd.put("ns", AttributeValue.fromNs(List.of("3", "-1.5")));
    odd.put("bs", AttributeValue.fromBs(List.of(SdkBytes.fromByteArray(new byte[] {1}))));
    odd.put(
        "deep",
        AttributeValue.fromM(
            Map.of(
                "list",
                AttributeValue.fromL(
                    List.of(
                        AttributeValue.fromM(Map.of()),
                        AttributeValue.fromL(List.of()),
                        AttributeValue.fromS(""))))));
    return List.of(
        Table.row("MSG#" + group, "2023-04-01T12:34:56.123456+00:00", "message", "hé\u0007llo"),
        Table.row("MSG#" + group, "2023-04-01T12:34:57", "message", "naive", "unknown", "kept"),
        Table.row("GRP#a", "2023-04-01T12:34:57", "message_group_uuid", group, "message", "x"),
        Table.row("MBR#" + group, "a"),
        Table.row("PAIR#a#b", "PAIR", "conversation_uuid", group),
        Table.row("IDM#a", "digest"),
        odd);
  }

  /// Messages with texts of some length.
  static List<Map<String, AttributeValue>> messages(int count, int length) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Table.row(
                    "MSG#" + new UUID(i % 7, i),
                    "2023-04-01T12:34:56.%06d+00:00".formatted(i),
                    "message",
                    "x".repeat(length)))
        .toList();
  }

  /// Writes rows into a table, many at once.
  static void put(Table table, List<Map<String, AttributeValue>> rows, int length) {
    var size = Math.clamp(BATCH_BYTES / length, 1, BATCH);
    for (var from = 0; from < rows.size(); from += size) {
      var part = new ArrayList<WriteRequest>();
      rows.subList(from, Math.min(rows.size(), from + size))
          .forEach(
              row -> part.add(WriteRequest.builder().putRequest(put -> put.item(row)).build()));
      table.client().batchWriteItem(write -> write.requestItems(Map.of(table.name(), part)));
    }
  }

  /// The rows of an exported file.
  static List<Map<String, AttributeValue>> in(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.map(ItemLine::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a file of lines.
  static Path file(Path file, List<Map<String, AttributeValue>> rows) {
    try {
      return Files.write(file, rows.stream().map(row -> ItemLine.of(row).toString()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
