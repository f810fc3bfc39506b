package com.cruddur.messages.local.stream;

import com.cruddur.messages.table.DynamoDb;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;

/// Reads one shard in order to its end: asks for records, filters them, hands them on and asks for
/// the next ones when those are done.
///
/// An iterator that expired is had again after the last record that is done. Records that the
/// stream has trimmed are lost, which is logged. Where the stream cannot be reached, it is asked
/// again with growing pauses.
final class ShardReader {
  private static final Logger LOG = LoggerFactory.getLogger(ShardReader.class);

  private final TableStream stream;
  private final String shardId;
  private final EventSourceMappingSettings settings;
  private final Predicate<EventRecord> filter;
  private final BatchProcessor processor;
  private final StopSignal stop;
  private final PollInterval interval = new PollInterval();
  private ShardPosition position;
  private String iterator;

  ShardReader(
      TableStream stream,
      String shardId,
      ShardPosition position,
      EventSourceMappingSettings settings,
      Predicate<EventRecord> filter,
      BatchProcessor processor,
      StopSignal stop) {
    this.stream = stream;
    this.shardId = shardId;
    this.position = position;
    this.settings = settings;
    this.filter = filter;
    this.processor = processor;
    this.stop = stop;
  }

  /// Returns at the end of the shard, or at the stop signal.
  ///
  /// @throws ResourceNotFoundException when the shard is gone, or its stream
  void read() {
    var failures = 0;
    var open = true;
    while (open && !stop.isSet()) {
      try {
        open = readOnce();
        failures = 0;
      } catch (ResourceNotFoundException e) {
        throw e;
      } catch (RuntimeException e) {
        failures++;
        recover(e, failures);
        stop.pause(settings.backoff().after(failures));
      }
    }
  }

  // Whether the shard goes on.
  private boolean readOnce() {
    if (iterator == null) {
      iterator = stream.iterator(shardId, position);
    }
    var answer = stream.records(iterator, settings.batchSize());
    var records =
        answer.records().stream().map(record -> StreamEvents.record(record, stream.arn())).toList();
    if (!records.isEmpty()) {
      interval.foundRecords();
      process(records);
      position = ShardPosition.after(records.getLast());
    }
    iterator = answer.nextShardIterator();
    if (records.isEmpty() && iterator != null) {
      stop.pause(interval.afterNothing());
    }
    return iterator != null;
  }

  private void process(List<EventRecord> records) {
    var wanted = records.stream().filter(filter).toList();
    if (!wanted.isEmpty()) {
      processor.process(wanted);
    }
  }

  private void recover(RuntimeException e, int failures) {
    switch (e) {
      case ExpiredIteratorException _ -> {
        LOG.info("{}: the iterator expired, going on at {}", shardId, position.again());
        forgetIterator(position.again());
      }
      case TrimmedDataAccessException _ -> {
        LOG.warn("{}: trimmed before it was read, what came {}", shardId, position);
        forgetIterator(ShardPosition.HORIZON);
      }
      case SdkException sdk when DynamoDb.mayRecover(sdk) -> {
        if (failures == 1) {
          LOG.warn("{}: not reached, trying again: {}", shardId, Failure.withoutMessage(e));
        }
      }
      default -> {
        LOG.error("{}: cannot be read, trying again: {}", shardId, Failure.withoutMessage(e));
        forgetIterator(position.again());
      }
    }
  }

  private void forgetIterator(ShardPosition from) {
    position = from;
    iterator = null;
  }
}
