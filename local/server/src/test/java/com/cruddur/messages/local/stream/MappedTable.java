package com.cruddur.messages.local.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.handler.StreamEventSource;
import com.cruddur.messages.local.lambda.LambdaFunction;
import com.cruddur.messages.local.lambda.RuntimeSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// A table of the test's own, whose stream a mapping can read, with what a test looks at.
abstract class MappedTable {
  static final Backoff SHORT = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
  static DynamoDbLocal dynamoDb;

  final RecordingFunction function = new RecordingFunction();
  final FaultyHttp http = new FaultyHttp();
  @TempDir Path failures;
  StreamTable table;
  DynamoDbStreamsClient streams;

  @BeforeAll
  static void startDynamoDb(@TempDir Path work) {
    dynamoDb = DynamoDbLocal.start(work);
  }

  @AfterAll
  static void stopDynamoDb() {
    dynamoDb.close();
  }

  @BeforeEach
  void makeTable() {
    table = new StreamTable(dynamoDb.endpoint());
    streams = DynamoDbStreams.at(dynamoDb.endpoint()).httpClientBuilder(defaults -> http).build();
  }

  @AfterEach
  void closeClients() {
    streams.close();
    table.close();
  }

  EventSourceMapping start(EventSourceMappingSettings settings) {
    return start(streams, settings);
  }

  EventSourceMapping start(DynamoDbStreamsClient client, EventSourceMappingSettings settings) {
    return EventSourceMapping.start(client, table.streamArn(), handler(), settings, store());
  }

  StreamFunction handler() {
    return new LambdaFunction<>("update", function, DynamodbEvent.class, new RuntimeSerializer())
        ::invoke;
  }

  FailureStore store() {
    return new FailureStore(failures, "update", InstantSource.system());
  }

  static EventSourceMappingSettings settings() {
    return settings(StartingPosition.TRIM_HORIZON, SHORT);
  }

  static EventSourceMappingSettings settings(StartingPosition start, Backoff backoff) {
    return new EventSourceMappingSettings(
        start,
        100,
        2,
        Duration.ofHours(1),
        true,
        true,
        Optional.of(StreamEventSource.FILTER_PATTERN),
        backoff);
  }

  static List<String> sks(int from, int to) {
    return IntStream.range(from, to).mapToObj("%05d"::formatted).toList();
  }
}
