package com.cruddur.messages.local.stream;

import com.cruddur.messages.local.stream.DiscardedBatch.Condition;
import com.cruddur.messages.local.stream.FunctionResponse.Failed;
import com.cruddur.messages.local.stream.FunctionResponse.FailedFrom;
import com.cruddur.messages.local.stream.FunctionResponse.Succeeded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls the function with a batch until every record of it is done or discarded, in order.
///
/// A failed batch is split where the function says, or else in the middle, and each part is called
/// by itself; splitting consumes no retries. What cannot be split, or may not be, is retried with
/// growing pauses until its retries or its age are exhausted.
///
/// AWS does not say how a batch is split whose *first* record is reported. Here it is halved, as a
/// batch that failed as a whole: otherwise the records after that one would be discarded with it.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html>
final class BatchProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(BatchProcessor.class);

  private final EventSourceMappingSettings settings;
  private final StreamFunction function;
  private final BiConsumer<Batch, Condition> onFailure;
  private final InstantSource clock;
  private final StopSignal stop;
  private final Instant started;

  /// @param onFailure keeps what is discarded; when it throws it is called again, because nothing
  ///     may be passed over that is not kept
  BatchProcessor(
      EventSourceMappingSettings settings,
      StreamFunction function,
      BiConsumer<Batch, Condition> onFailure,
      InstantSource clock,
      StopSignal stop) {
    this.settings = settings;
    this.function = function;
    this.onFailure = onFailure;
    this.clock = clock;
    this.stop = stop;
    this.started = clock.instant();
  }

  /// Returns when every record is done or discarded, or, early, at the stop signal.
  void process(List<EventRecord> records) {
    var waiting = new ArrayDeque<Batch>();
    waiting.push(Batch.of(records));
    while (!waiting.isEmpty() && !stop.isSet()) {
      var batch = waiting.pop();
      if (batch.retries() > 0 && !stop.pause(settings.backoff().after(batch.retries()))) {
        return;
      }
      var expired = expired(batch);
      if (expired > 0) {
        discard(batch.part(0, expired), Condition.RECORD_AGE_EXCEEDED);
        if (expired < batch.size()) {
          waiting.push(batch.part(expired, batch.size()));
        }
      } else {
        invoke(batch, waiting);
      }
    }
  }

  private void invoke(Batch batch, ArrayDeque<Batch> waiting) {
    var requestId = UUID.randomUUID().toString();
    var response = invoke(batch, requestId);
    var error = response instanceof Failed(var functionError) ? functionError : null;
    var called = batch.invoked(new Batch.Invocation(requestId, error));
    switch (response) {
      case Succeeded() -> {}
      case FailedFrom(var index) when index > 0 -> waiting.push(called.part(index, called.size()));
      case FailedFrom _, Failed _ -> failed(called, waiting);
    }
  }

  private FunctionResponse invoke(Batch batch, String requestId) {
    var first = batch.records().getFirst().sequenceNumber();
    try {
      var response = function.invoke(requestId, StreamEvents.event(batch.records()));
      if (!settings.reportBatchItemFailures()) {
        return new Succeeded();
      }
      var read = FunctionResponse.read(response, batch.records());
      if (!(read instanceof Succeeded)) {
        LOG.warn("batch of {} from {}, request {}: {}", batch.size(), first, requestId, read);
      }
      return read;
    } catch (Throwable e) {
      // Whatever a function throws, Lambda takes as its error and goes on.
      LOG.warn(
          "batch of {} from {}, request {}: {}",
          batch.size(),
          first,
          requestId,
          Failure.withoutMessage(e));
      return new Failed("Unhandled");
    }
  }

  private void failed(Batch batch, ArrayDeque<Batch> waiting) {
    if (settings.bisectBatchOnFunctionError() && batch.size() > 1) {
      var middle = batch.size() / 2;
      waiting.push(batch.part(middle, batch.size()));
      waiting.push(batch.part(0, middle));
    } else if (batch.retries() < settings.maximumRetryAttempts()) {
      waiting.push(batch.retried());
    } else {
      discard(batch, Condition.RETRY_ATTEMPTS_EXHAUSTED);
    }
  }

  private int expired(Batch batch) {
    var limit = clock.instant().minus(settings.maximumRecordAge());
    return started.isBefore(limit) ? batch.arrivedBefore(limit) : 0;
  }

  private void discard(Batch batch, Condition condition) {
    var failures = 0;
    do {
      try {
        onFailure.accept(batch, condition);
        return;
      } catch (RuntimeException e) {
        failures++;
        LOG.error("discarded records could not be stored: {}", Failure.withoutMessage(e));
      }
    } while (stop.pause(settings.backoff().after(failures)));
  }
}
