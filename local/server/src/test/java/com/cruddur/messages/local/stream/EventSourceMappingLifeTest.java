package com.cruddur.messages.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.local.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// What a mapping survives, and what ends it.
@Timeout(60)
class EventSourceMappingLifeTest extends MappedTable {
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
      Await.until("the shard is being read", rotation::isBeingRead);
      table.putMessages(0, 5);
      assertThat(function.await(5)).containsExactlyElementsOf(sks(0, 5));
      rotation.rotate();
      Await.until("the parent has ended", rotation::parentEnded);
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
      Await.until("the mapping has ended", () -> !mapping.isRunning());
    }
    assertThat(threads()).isEmpty();
  }

  @Test
  void endsWhenThereIsNoSuchStream() {
    var missing = table.streamArn().replace("messages-", "missing-");
    try (var mapping = EventSourceMapping.start(streams, missing, handler(), settings(), store())) {
      Await.until("the mapping has ended", () -> !mapping.isRunning());
    }
    assertThat(threads()).isEmpty();
  }

  @Test
  void endsWhenItsStreamIsGone() {
    var gone = FaultyHttp.error(400, "ResourceNotFoundException");
    try (var mapping = start(settings())) {
      Await.until("the reader pauses", () -> isPausing("shard-reader"));
      http.next("DescribeStream", gone);
      http.next("GetRecords", gone);
      Await.until("the mapping has ended", () -> !mapping.isRunning());
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
    Await.until(
        "the next retry is waited for",
        () -> !function.events().isEmpty() && isPausing("shard-reader"));
    var closing = Thread.startVirtualThread(mapping::close);

    Await.until("it is closed", () -> !closing.isAlive());
    assertThat(threads()).isEmpty();
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

  private static DynamoDbStreamsClient client(ExecutionInterceptor interceptor) {
    return DynamoDbStreams.at(dynamoDb.endpoint())
        .overrideConfiguration(override -> override.addExecutionInterceptor(interceptor))
        .build();
  }
}
