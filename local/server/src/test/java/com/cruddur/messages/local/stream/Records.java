package com.cruddur.messages.local.stream;

import com.cruddur.messages.table.MessagesTableSchema;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/// Stream records, and what a function sees of them.
final class Records {
  static final String STREAM_ARN =
      "arn:aws:dynamodb:ddblocal:000000000000:table/messages/stream/2026-01-01T00:00:00.000";

  private Records() {}

  static Record message(int number, Instant arrival) {
    return Record.builder()
        .eventID("event-" + number)
        .eventName(OperationType.INSERT)
        .eventVersion("1.1")
        .eventSource("aws:dynamodb")
        .awsRegion("ddblocal")
        .dynamodb(
            change ->
                change
                    .approximateCreationDateTime(arrival)
                    .keys(key(number))
                    .newImage(key(number))
                    .sequenceNumber(sequenceNumber(number))
                    .sizeBytes(26L)
                    .streamViewType(StreamViewType.NEW_IMAGE))
        .build();
  }

  static List<EventRecord> messages(int count, Instant arrival) {
    return IntStream.range(0, count)
        .mapToObj(number -> StreamEvents.record(message(number, arrival), STREAM_ARN))
        .toList();
  }

  static String sequenceNumber(int number) {
    return "%021d".formatted(number);
  }

  /// The numbers of the messages in an event, by their sort keys.
  static List<Integer> numbers(byte[] event) {
    try {
      var records = new JsonMapper().readTree(event).path("Records");
      return StreamSupport.stream(records.spliterator(), false)
          .map(record -> record.at("/dynamodb/Keys/sk/S").asText())
          .map(Integer::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] reporting(String... itemIdentifiers) {
    var failures =
        IntStream.range(0, itemIdentifiers.length)
            .mapToObj(i -> "{\"itemIdentifier\":\"" + itemIdentifiers[i] + "\"}")
            .toList();
    return ("{\"batchItemFailures\":[" + String.join(",", failures) + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, AttributeValue> key(int number) {
    return Map.of(
        MessagesTableSchema.PK,
        AttributeValue.fromS(MessagesTableSchema.MESSAGE_PREFIX + "group"),
        MessagesTableSchema.SK,
        AttributeValue.fromS("%05d".formatted(number)));
  }
}
