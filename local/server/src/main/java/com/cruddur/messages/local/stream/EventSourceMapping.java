package com.cruddur.messages.local.stream;

import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// Reads a table's stream and calls a function with what it reads, as Lambda's event source mapping
/// does, until it is closed or the stream has ended.
///
/// Every record reaches the function at least once and, within a shard, in order; or the filter
/// does not want it; or it ends in the failure store.
public final class EventSourceMapping implements AutoCloseable {
  private final StopSignal stop;
  private final Thread thread;

  private EventSourceMapping(StopSignal stop, Thread thread) {
    this.stop = stop;
    this.thread = thread;
  }

  /// Starts reading.
  ///
  /// @param streams stays open after the mapping is closed
  /// @param streamArn of the table, its `LatestStreamArn`
  /// @throws IllegalArgumentException when the filter is no event pattern
  public static EventSourceMapping start(
      DynamoDbStreamsClient streams,
      String streamArn,
      StreamFunction function,
      EventSourceMappingSettings settings,
      FailureStore failures) {
    var stop = new StopSignal();
    var stream = new TableStream(streams, streamArn);
    var filter = new RecordFilter(settings.filterPattern());
    var reader =
        new StreamReader(
            stream,
            settings,
            (shardId, position) ->
                new ShardReader(
                    stream,
                    shardId,
                    position,
                    settings,
                    filter,
                    new BatchProcessor(
                        settings,
                        function,
                        (batch, why) ->
                            failures.put(new DiscardedBatch(streamArn, shardId, batch, why)),
                        InstantSource.system(),
                        stop),
                    stop),
            stop);
    var thread = Thread.ofPlatform().name("event-source-mapping").start(reader::read);
    return new EventSourceMapping(stop, thread);
  }

  /// Whether it still reads; false for good after [#close] and at the end of the stream.
  public boolean isRunning() {
    return thread.isAlive();
  }

  /// Ends reading: returns after the call of the function that is under way, if there is one. Its
  /// batch may not be done then; it is read again after a new start.
  @Override
  public void close() {
    stop.set();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
