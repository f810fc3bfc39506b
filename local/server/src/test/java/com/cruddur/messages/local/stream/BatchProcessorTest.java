package com.cruddur.messages.local.stream;

import static com.cruddur.messages.local.stream.Records.messages;
import static com.cruddur.messages.local.stream.Records.numbers;
import static com.cruddur.messages.local.stream.Records.reporting;
import static com.cruddur.messages.local.stream.Records.sequenceNumber;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.local.stream.DiscardedBatch.Condition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchProcessorTest {
  private static final byte[] DONE = reporting();
  private static final Backoff SHORT = new Backoff(Duration.ofNanos(1), Duration.ofNanos(1));

  private final List<List<Integer>> calls = new ArrayList<>();
  private final List<Batch> discarded = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void doneBatchIsCalledOnce() {
    process(10, split(true, true), event -> DONE);

    assertThat(calls).containsExactly(range(0, 10));
    assertThat(discarded).isEmpty();
  }

  @Test
  void goesOnAtTheReportedRecordAndRedoesNoneBefore() {
    process(10, split(true, true), event -> calls.size() == 1 ? failing(3) : DONE);

    assertThat(calls).containsExactly(range(0, 10), range(3, 10));
    assertThat(discarded).isEmpty();
  }

  @Test
  void ofSeveralReportedRecordsTheFirstCounts() {
    process(
        10,
        split(true, true),
        event ->
            calls.size() == 1
                ? reporting(sequenceNumber(7), sequenceNumber(2), sequenceNumber(5))
                : DONE);

    assertThat(calls).containsExactly(range(0, 10), range(2, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
  void emptyResponseIsSuccess(String response) {
    process(3, split(true, true), event -> response.getBytes(StandardCharsets.UTF_8));

    assertThat(calls).hasSize(1);
    assertThat(discarded).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"42\"}]}",
        "{\"batchItemFailures\":[{\"sequenceNumber\":\"000000000000000000001\"}]}",
        "{\"batchItemFailures\":\"000000000000000000001\"}",
        "\"done\"",
        "{not json"
      })
  void identifierOfNoRecordFailsTheWholeBatch(String response) {
    process(4, split(false, true), event -> response.getBytes(StandardCharsets.UTF_8));

    assertThat(calls).containsOnly(range(0, 4)).hasSize(3);
    assertThat(discarded).extracting(Batch::size).containsExactly(4);
  }

  @Test
  void failedBatchIsHalvedUntilTheRecordThatFailsIsAlone() {
    var handled = new ArrayList<Integer>();
    process(
        100,
        split(true, true),
        event -> {
          if (event.contains(61)) {
            throw new IllegalStateException("61");
          }
          handled.addAll(event);
          return DONE;
        });

    assertThat(handled).containsExactlyElementsOf(allBut(61, 100));
    assertThat(discarded).extracting(Batch::size).containsExactly(1);
    assertThat(discarded.getFirst().records().getFirst().sequenceNumber())
        .isEqualTo(sequenceNumber(61));
    assertThat(conditions).containsExactly(Condition.RETRY_ATTEMPTS_EXHAUSTED);
  }

  @Test
  void recordThatIsReportedEachTimeIsDiscardedAloneAndTheRestIsHandledOnce() {
    var handled = new ArrayList<Integer>();
    process(
        100,
        split(true, true),
        event -> {
          for (var number : event) {
            if (number == 61) {
              return failing(61);
            }
            handled.add(number);
          }
          return DONE;
        });

    assertThat(handled).containsExactlyElementsOf(allBut(61, 100));
    assertThat(discarded).extracting(Batch::size).containsExactly(1);
  }

  @Test
  void splittingConsumesNoRetries() {
    process(
        8,
        split(true, true),
        event -> {
          throw new IllegalStateException();
        });

    assertThat(discarded).hasSize(8).allMatch(batch -> batch.size() == 1);
    assertThat(calls.stream().filter(range(5, 6)::equals)).hasSize(3);
  }

  @Test
  void withoutSplittingTheWholeBatchIsRetriedAndDiscarded() {
    process(
        8,
        split(false, true),
        event -> {
          throw new IllegalStateException();
        });

    assertThat(calls).containsExactly(range(0, 8), range(0, 8), range(0, 8));
    assertThat(discarded).extracting(Batch::size).containsExactly(8);
    assertThat(discarded.getFirst().invocations()).isEqualTo(3);
  }

  @Test
  void errorOfTheFunctionIsAFailureToo() {
    process(
        1,
        split(true, true),
        event -> {
          throw new ExceptionInInitializerError();
        });

    assertThat(discarded.getFirst().last().orElseThrow().functionError()).isEqualTo("Unhandled");
  }

  @Test
  void reportedFailuresDoNotCountUnlessTheyAreAskedFor() {
    process(4, split(true, false), event -> failing(1));

    assertThat(calls).containsExactly(range(0, 4));
    assertThat(discarded).isEmpty();
  }

  @Test
  void recordsThatAreTooOldAreDiscardedWithoutAnotherCall() {
    var processor =
        processor(
            split(true, true),
            event -> {
              now = now.plus(Duration.ofMinutes(61));
              throw new IllegalStateException();
            });
    processor.process(messages(2, now));

    assertThat(calls).hasSize(1);
    assertThat(conditions).containsOnly(Condition.RECORD_AGE_EXCEEDED);
    assertThat(discarded.stream().mapToInt(Batch::size).sum()).isEqualTo(2);
  }

  @Test
  void recordsOfBeforeTheStartAreReadForTheFirstTime() {
    process(2, split(true, true), event -> DONE, now.minus(Duration.ofHours(20)));

    assertThat(calls).containsExactly(range(0, 2));
    assertThat(discarded).isEmpty();
  }

  @Test
  void nothingIsPassedOverThatCouldNotBeStored() {
    var refusals = new ArrayList<Batch>();
    var processor =
        new BatchProcessor(
            split(true, true),
            (id, event) -> {
              if (numbers(event).contains(0)) {
                throw new IllegalStateException();
              }
              return DONE;
            },
            (batch, condition) -> {
              if (refusals.size() < 3) {
                refusals.add(batch);
                throw new IllegalStateException("disk full");
              }
              discarded.add(batch);
            },
            () -> now,
            new StopSignal());
    processor.process(messages(2, now));

    assertThat(refusals).hasSize(3);
    assertThat(discarded).hasSize(1);
  }

  private interface Function {
    byte[] call(List<Integer> event);
  }

  private void process(int count, EventSourceMappingSettings settings, Function function) {
    process(count, settings, function, now);
  }

  private void process(
      int count, EventSourceMappingSettings settings, Function function, Instant arrival) {
    processor(settings, function).process(messages(count, arrival));
  }

  private BatchProcessor processor(EventSourceMappingSettings settings, Function function) {
    return new BatchProcessor(
        settings,
        (id, event) -> {
          calls.add(numbers(event));
          return function.call(numbers(event));
        },
        (batch, condition) -> {
          discarded.add(batch);
          conditions.add(condition);
        },
        () -> now,
        new StopSignal());
  }

  private static EventSourceMappingSettings split(boolean bisect, boolean reportFailures) {
    return new EventSourceMappingSettings(
        StartingPosition.TRIM_HORIZON,
        100,
        2,
        Duration.ofHours(1),
        bisect,
        reportFailures,
        Optional.empty(),
        SHORT);
  }

  private static byte[] failing(int number) {
    return reporting(sequenceNumber(number));
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private static List<Integer> allBut(int left, int count) {
    return IntStream.range(0, count).filter(number -> number != left).boxed().toList();
  }
}
