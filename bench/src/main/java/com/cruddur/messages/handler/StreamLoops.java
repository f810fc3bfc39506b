package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.cruddur.messages.event.EventSerializer;
import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.testing.Stream;
import com.cruddur.messages.testing.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A batch of the stream, 100 new messages. In this package, because nobody else reads batches.
@State(Scope.Benchmark)
public class StreamLoops {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

  private String json;
  private DynamodbEvent event;
  private EventSerializer events;

  /// Makes the batch.
  @Setup
  public void make() {
    var rows =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    Table.row(
                        "MSG#" + UUID.randomUUID(),
                        Timestamp.of(NOW.plusSeconds(i)).stored(),
                        "message",
                        "As long as messages usually are, or so.",
                        "user_uuid",
                        UUID.randomUUID().toString()))
            .toList();
    json = Stream.inserted(rows).json();
    events = new EventSerializer();
    event = readStreamEvent();
  }

  /// Its event, by the serializer the runtime is given.
  @Benchmark
  public DynamodbEvent readStreamEvent() {
    return events.fromJson(json, DynamodbEvent.class);
  }

  /// Its messages.
  @Benchmark
  public List<NewMessage> readBatch() {
    return StreamBatch.of(event).messages();
  }
}
