package com.cruddur.messages.cli.replay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessagesTable;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Gives records to pattern E once more, by the stream function itself. Doing so again changes
/// nothing: the newest message wins.
final class Replay implements AutoCloseable {
  private final ServiceFailures failures = new ServiceFailures();
  private final DynamoDbClient client;
  private final UpdateMessageGroupsHandler function;

  Replay(MessagesTable table) {
    this.client = failures.watch(table.client());
    this.function =
        new UpdateMessageGroupsHandler(
            new UpdateMessageGroups(new InboxRepository(new MessagesTable(client, table.name()))));
  }

  /// Replays a batch.
  ///
  /// @return the records that fail, each by itself; all others are done
  /// @throws software.amazon.awssdk.core.exception.SdkException when DynamoDB cannot be reached or
  ///     does not let us: that is no record's fault
  List<DynamodbStreamRecord> run(List<DynamodbStreamRecord> records) {
    if (succeeds(records)) {
      return List.of();
    }
    // A record that fails stops the batch there; alone it holds up nothing.
    return records.stream().filter(record -> !succeeds(List.of(record))).toList();
  }

  private boolean succeeds(List<DynamodbStreamRecord> records) {
    var event = new DynamodbEvent();
    event.setRecords(records);
    failures.take();
    try {
      if (function.handleRequest(event, null).getBatchItemFailures().isEmpty()) {
        return true;
      }
    } catch (RuntimeException e) {
      // A record that is not even a record; nothing was done.
    }
    failures
        .take()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return false;
  }

  @Override
  public void close() {
    client.close();
  }
}
