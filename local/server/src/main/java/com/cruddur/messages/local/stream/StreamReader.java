package com.cruddur.messages.local.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/// Reads a stream: finds its shards, those that open later too, and has each read by a thread of
/// its own as soon as its parent is done.
final class StreamReader {
  private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
  private static final Duration NEW_SHARDS = Duration.ofSeconds(10);
  // A child shows a moment after its parent has ended.
  private static final Duration NEXT_SHARD = Duration.ofMillis(100);

  private final TableStream stream;
  private final EventSourceMappingSettings settings;
  private final BiFunction<String, ShardPosition, ShardReader> readers;
  private final StopSignal stop;
  private final Lineage lineage = new Lineage();
  private final LinkedBlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private ShardPosition start;

  /// @param readers makes the reader of the shard with this id, from this position
  StreamReader(
      TableStream stream,
      EventSourceMappingSettings settings,
      BiFunction<String, ShardPosition, ShardReader> readers,
      StopSignal stop) {
    this.stream = stream;
    this.settings = settings;
    this.readers = readers;
    this.stop = stop;
    this.start = ShardPosition.at(settings.startingPosition());
    stop.onSet(() -> news.add(() -> {}));
  }

  /// Returns when the stream has ended, or at the stop signal, with no thread left.
  void read() {
    var attempts = 0;
    while (!stop.isSet()) {
      try {
        readOpenShards();
        attempts = 0;
      } catch (ResourceNotFoundException e) {
        gone();
      } catch (SdkException e) {
        attempts++;
        LOG.warn("{} cannot be described: {}", stream.arn(), Failure.withoutMessage(e));
        stop.pause(settings.backoff().after(attempts));
      }
    }
    joinReaders();
  }

  private void readOpenShards() {
    var shards = stream.shards();
    threads.removeIf(thread -> !thread.isAlive());
    for (var shardId : lineage.begin(shards.all())) {
      var reader = readers.apply(shardId, start);
      threads.add(
          Thread.ofPlatform().name("shard-reader " + shardId).start(() -> read(shardId, reader)));
    }
    start = ShardPosition.HORIZON;
    if (lineage.isIdle() && shards.disabled()) {
      LOG.warn("{} was disabled and is read to its end: no more records", stream.arn());
      stop.set();
    } else {
      await(lineage.isIdle() ? NEXT_SHARD : NEW_SHARDS);
    }
  }

  private void read(String shardId, ShardReader reader) {
    try {
      reader.read();
      news.add(() -> lineage.finish(shardId));
    } catch (ResourceNotFoundException e) {
      news.add(() -> shardGone(shardId));
    } catch (Throwable e) {
      // Going on without this shard would lose its records silently.
      LOG.error("{}: given up: {}", shardId, Failure.withoutMessage(e));
      stop.set();
    }
  }

  // Until a shard has ended, or others may have opened.
  private void await(Duration limit) {
    try {
      var latest = news.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
      if (latest != null) {
        latest.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.set();
    }
  }

  // Trimmed as a whole, or the stream is gone with it: what there is now is described anew.
  private void shardGone(String shardId) {
    LOG.warn("{} is gone", shardId);
    lineage.forget(shardId);
    stop.pause(NEXT_SHARD);
  }

  private void gone() {
    LOG.warn("{} is gone, its table was deleted: no more records", stream.arn());
    stop.set();
  }

  private void joinReaders() {
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
