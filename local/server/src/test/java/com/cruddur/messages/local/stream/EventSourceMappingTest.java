package com.cruddur.messages.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.handler.StreamEventSource;
import com.cruddur.messages.local.lambda.LambdaFunction;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

@Timeout(60)
class EventSourceMappingTest {
  private static final Backoff SHORT = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
  private static DynamoDbLocal dynamoDb;

  private final RecordingFunction function = new RecordingFunction();
  private final FaultyHttp http = new FaultyHttp();
  @TempDir private Path failures;
  private StreamTable table;
  private DynamoDbStreamsClient streams;

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

  @Test
  void recordsComeInOrderAndInBatches() throws InterruptedException {
    table.putMessages(0, 250);
    try (var mapping = start(settings())) {
      assertThat(function.await(250)).containsExactlyElementsOf(sks(0, 250));
      table.putMessages(250, 253);
      assertThat(function.await(3)).containsExactlyElementsOf(sks(250, 253));
      assertThat(mapping.isRunning()).isTrue();
    }
    assertThat(function.events())
        .extracting(event -> event.getRecords().size())
        .startsWith(100, 100, 50);
    assertThat(function.more()).isEmpty();
  }

  @Test
  void filterLetsOnlyNewMessagesThrough() throws InterruptedException {
    table.put("GRP#user", "00000", "a group row");
    table.put("MSG#group", "00001", "new");
    table.put("MSG#group", "00001", "changed");
    table.deleteItem("MSG#group", "00001");
    table.put("MSG#group", "00002", "new");
    try (var mapping = start(settings())) {
      assertThat(function.await(2)).containsExactly("00001", "00002");
      assertThat(mapping.isRunning()).isTrue();
    }
    assertThat(function.more()).isEmpty();
  }

  @Test
  void latestLeavesOutWhatWasWrittenBefore() throws InterruptedException {
    table.putMessages(0, 5);
    try (var mapping = start(settings(StartingPosition.LATEST, SHORT))) {
      // It begins a moment after it was started, as on AWS.
      var number = 5;
      while (function.events().isEmpty() && number < 5_000) {
        table.putMessages(number, ++number);
      }
      assertThat(function.await(1).getFirst()).isGreaterThanOrEqualTo("00005");
      assertThat(mapping.isRunning()).isTrue();
    }
  }

  @Test
  void goesOnAtTheRecordThatFailedAndRedoesNoneBefore() throws InterruptedException {
    table.putMessages(0, 20);
    function.failWhen(
        record -> RecordingFunction.sk(record).equals("00007") && function.events().size() == 1);
    try (var mapping = start(settings())) {
      assertThat(function.await(20)).containsExactlyElementsOf(sks(0, 20));
      assertThat(mapping.isRunning()).isTrue();
    }
    assertThat(function.events()).hasSize(2);
    assertThat(function.more()).isEmpty();
    assertThat(documents()).isEmpty();
  }

  @Test
  void recordThatCannotSucceedIsKeptWholeAndTheRestGoesOn()
      throws InterruptedException, IOException {
    table.putMessages(0, 100);
    function.failWhen(record -> RecordingFunction.sk(record).equals("00061"));
    try (var mapping = start(settings())) {
      var expected = sks(0, 100).stream().filter(sk -> !sk.equals("00061")).toList();
      assertThat(function.await(99)).containsExactlyElementsOf(expected);
      assertThat(mapping.isRunning()).isTrue();
    }

    var alone =
        function.events().stream()
            .filter(event -> event.getRecords().size() == 1)
            .filter(event -> RecordingFunction.sk(event.getRecords().getFirst()).equals("00061"))
            .toList();
    assertThat(alone).hasSize(3);
    assertThat(documents()).hasSize(1);
    var document = new JsonMapper().readTree(Files.readAllBytes(documents().getFirst()));
    var payload = document.path("payload").asText();
    assertThat(read(payload)).isEqualTo(alone.getFirst());
    var sequenceNumber = alone.getFirst().getRecords().getFirst().getDynamodb().getSequenceNumber();
    assertThat(document.at("/requestContext/condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(document.at("/requestContext/functionArn").asText()).endsWith(":function:update");
    assertThat(document.at("/requestContext/approximateInvokeCount").asInt()).isGreaterThan(3);
    assertThat(document.at("/responseContext/statusCode").asInt()).isEqualTo(200);
    assertThat(document.at("/version").asText()).isEqualTo("1.0");
    assertThat(Instant.parse(document.at("/timestamp").asText())).isBefore(Instant.now());
    var info = document.path("DDBStreamBatchInfo");
    assertThat(info.path("startSequenceNumber").asText()).isEqualTo(sequenceNumber);
    assertThat(info.path("endSequenceNumber").asText()).isEqualTo(sequenceNumber);
    assertThat(info.path("batchSize").asInt()).isEqualTo(1);
    assertThat(info.path("streamArn").asText()).isEqualTo(table.streamArn());
    assertThat(failures.relativize(documents().getFirst()).toString())
        .matches(
            "aws/lambda/[0-9a-f-]{36}/shardId-[0-9a-f-]+/\\d{4}/\\d\\d/\\d\\d/"
                + "\\d{4}-\\d\\d-\\d\\dT\\d\\d\\.\\d\\d\\.\\d\\d-[0-9a-f-]{36}");
  }

  @Test
  void expiredIteratorLosesAndDoublesNothing() throws InterruptedException {
    http.expireNextIterator();
    table.putMessages(0, 10);
    try (var mapping = start(settings())) {
      assertThat(function.await(10)).containsExactlyElementsOf(sks(0, 10));
      http.expireNextIterator();
      table.putMessages(10, 20);
      assertThat(function.await(10)).containsExactlyElementsOf(sks(10, 20));
      assertThat(mapping.isRunning()).isTrue();
    }
    assertThat(http.allMet()).isTrue();
    assertThat(function.more()).isEmpty();
  }

  @Test
  void goesOnAtTheOldestRecordThereIsWhenItsPlaceWasTrimmed() throws InterruptedException {
    table.putMessages(0, 5);
    try (var mapping = start(settings())) {
      function.await(5);
      http.next("GetRecords", FaultyHttp.error(400, "TrimmedDataAccessException"));
      // DynamoDB Local has trimmed nothing, so its horizon is still the first record.
      assertThat(function.await(5)).containsExactlyElementsOf(sks(0, 5));
      table.putMessages(5, 7);
      assertThat(function.await(2)).containsExactlyElementsOf(sks(5, 7));
      assertThat(mapping.isRunning()).isTrue();
    }
  }

  @Test
  void lostConnectionAndThrottlingAreSurvived() throws InterruptedException {
    // More often than the SDK tries again by itself.
    IntStream.range(0, 6)
        .forEach(
            i -> {
              http.next("DescribeStream", FaultyHttp.connectionLost());
              http.next("GetShardIterator", FaultyHttp.connectionLost());
              http.next("GetRecords", FaultyHttp.connectionLost());
            });
    http.next("GetRecords", FaultyHttp.error(400, "ProvisionedThroughputExceededException"));
    http.next("GetRecords", FaultyHttp.error(500, "InternalServerError"));
    table.putMessages(0, 10);
    try (var mapping = start(settings())) {
      assertThat(function.await(10)).containsExactlyElementsOf(sks(0, 10));
      assertThat(mapping.isRunning()).isTrue();
    }
    assertThat(http.allMet()).isTrue();
    assertThat(function.more()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void rotatedShardIsFollowedToItsChild(StartingPosition startingPosition)
      throws InterruptedException {
    var rotation = new RotatedShard();
    try (var rotating = client(rotation);
        var mapping = start(rotating, settings(startingPosition, SHORT))) {
      await(rotation::isBeingRead);
      table.putMessages(0, 5);
      assertThat(function.await(5)).containsExactlyElementsOf(sks(0, 5));
      rotation.rotate();
      await(rotation::parentEnded);
      table.putMessages(5, 10);
      assertThat(function.await(5)).containsExactlyElementsOf(sks(5, 10));
      assertThat(mapping.isRunning()).isTrue();
    }
    assertThat(function.more()).isEmpty();
  }

  @Test
  void endsWithItsTable() throws InterruptedException {
    table.putMessages(0, 3);
    try (var mapping = start(settings())) {
      function.await(3);
      table.deleteTable();
      await(() -> !mapping.isRunning());
    }
    assertThat(threads()).isEmpty();
  }

  @Test
  void endsWhenThereIsNoSuchStream() {
    var missing = table.streamArn().replace("messages-", "missing-");
    try (var mapping = EventSourceMapping.start(streams, missing, handler(), settings(), store())) {
      await(() -> !mapping.isRunning());
    }
    assertThat(threads()).isEmpty();
  }

  @Test
  void endsWhenItsStreamIsGone() {
    var gone = FaultyHttp.error(400, "ResourceNotFoundException");
    try (var mapping = start(settings())) {
      await(() -> isPausing("shard-reader"));
      http.next("DescribeStream", gone);
      http.next("GetRecords", gone);
      await(() -> !mapping.isRunning());
    }
    assertThat(threads()).isEmpty();
  }

  @Test
  void shardThatIsGoneEndsNothingWhileTheStreamIsThere() throws InterruptedException {
    table.putMessages(0, 5);
    try (var mapping = start(settings())) {
      function.await(5);
      http.next("GetRecords", FaultyHttp.error(400, "ResourceNotFoundException"));
      // DynamoDB Local has the shard after all, so it is read again.
      assertThat(function.await(5)).containsExactlyElementsOf(sks(0, 5));
      assertThat(mapping.isRunning()).isTrue();
    }
  }

  @Test
  void closeWaitsForTheCallUnderWayAndLeavesNoThread() throws InterruptedException {
    var called = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    function.failWhen(
        record -> {
          called.countDown();
          return !uninterrupted(answer);
        });
    table.putMessages(0, 1);
    var mapping = start(settings());
    assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
    var closing = Thread.startVirtualThread(mapping::close);
    assertThat(closing.join(Duration.ofMillis(50))).isFalse();
    answer.countDown();

    assertThat(closing.join(Duration.ofSeconds(5))).isTrue();
    assertThat(function.await(1)).containsExactly("00000");
    assertThat(threads()).isEmpty();
  }

  @Test
  void closeDoesNotWaitForTheNextRetry() {
    function.failWhen(record -> true);
    table.putMessages(0, 1);
    var hour = new Backoff(Duration.ofHours(1), Duration.ofHours(1));
    var mapping = start(settings(StartingPosition.TRIM_HORIZON, hour));
    await(() -> !function.events().isEmpty() && isPausing("shard-reader"));
    var closing = Thread.startVirtualThread(mapping::close);

    await(() -> !closing.isAlive());
    assertThat(threads()).isEmpty();
  }

  private EventSourceMapping start(EventSourceMappingSettings settings) {
    return start(streams, settings);
  }

  private EventSourceMapping start(
      DynamoDbStreamsClient client, EventSourceMappingSettings settings) {
    return EventSourceMapping.start(client, table.streamArn(), handler(), settings, store());
  }

  private StreamFunction handler() {
    return new LambdaFunction<>("update", function, DynamodbEvent.class, StreamsEventResponse.class)
        ::invoke;
  }

  private FailureStore store() {
    return new FailureStore(failures, "update", InstantSource.system());
  }

  private static DynamoDbStreamsClient client(ExecutionInterceptor interceptor) {
    return DynamoDbStreams.at(dynamoDb.endpoint())
        .overrideConfiguration(override -> override.addExecutionInterceptor(interceptor))
        .build();
  }

  private static EventSourceMappingSettings settings() {
    return settings(StartingPosition.TRIM_HORIZON, SHORT);
  }

  private static EventSourceMappingSettings settings(StartingPosition start, Backoff backoff) {
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

  private List<Path> documents() {
    try (var files = Files.walk(failures)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      return fail(e);
    }
  }

  private static DynamodbEvent read(String payload) {
    return LambdaEventSerializers.serializerFor(
            DynamodbEvent.class, EventSourceMappingTest.class.getClassLoader())
        .fromJson(payload);
  }

  private static List<String> sks(int from, int to) {
    return IntStream.range(from, to).mapToObj("%05d"::formatted).toList();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("shard-reader") || name.startsWith("event-source"))
        .toList();
  }

  private static boolean isPausing(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(name))
        .anyMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING);
  }

  private static boolean uninterrupted(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void await(BooleanSupplier condition) {
    var deadline = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
