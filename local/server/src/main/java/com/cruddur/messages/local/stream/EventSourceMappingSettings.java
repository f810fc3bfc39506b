package com.cruddur.messages.local.stream;

import com.cruddur.messages.handler.StreamEventSource;
import java.time.Duration;
import java.util.Optional;

/// How an event source mapping reads its stream and calls its function, under the names of Lambda's
/// API. Batches of one shard are never processed side by side (`ParallelizationFactor` 1).
///
/// See <https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html>
///
/// @param startingPosition where to begin
/// @param batchSize records a call at most, 1 to 1,000, as many as one GetRecords gives
/// @param maximumRetryAttempts calls after the first one before a batch is discarded
/// @param maximumRecordAge records older than this are discarded without another call. Unlike on
///     AWS, a record from before the mapping started counts from its start: a mapping there goes on
///     where it was, while this one reads again, after every start, what may long be handled
/// @param bisectBatchOnFunctionError whether a failed batch is split, to isolate what fails
/// @param reportBatchItemFailures whether `batchItemFailures` in a response counts
/// @param filterPattern an event pattern; what it does not match never reaches the function
/// @param backoff between retries, and between attempts to reach the stream
public record EventSourceMappingSettings(
    StartingPosition startingPosition,
    int batchSize,
    int maximumRetryAttempts,
    Duration maximumRecordAge,
    boolean bisectBatchOnFunctionError,
    boolean reportBatchItemFailures,
    Optional<String> filterPattern,
    Backoff backoff) {
  private static final int MAX_BATCH_SIZE = 1_000;

  public EventSourceMappingSettings {
    if (batchSize < 1 || batchSize > MAX_BATCH_SIZE) {
      throw new IllegalArgumentException("batchSize must be 1 to 1000: " + batchSize);
    }
    if (maximumRetryAttempts < 0) {
      throw new IllegalArgumentException("maximumRetryAttempts: " + maximumRetryAttempts);
    }
  }

  /// As the product runs its stream function. Its retries take about half a minute here.
  public static EventSourceMappingSettings defaults() {
    return new EventSourceMappingSettings(
        StartingPosition.TRIM_HORIZON,
        StreamEventSource.BATCH_SIZE,
        StreamEventSource.MAXIMUM_RETRY_ATTEMPTS,
        StreamEventSource.MAXIMUM_RECORD_AGE,
        true,
        true,
        Optional.of(StreamEventSource.FILTER_PATTERN),
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5)));
  }
}
