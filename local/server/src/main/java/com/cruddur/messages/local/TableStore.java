package com.cruddur.messages.local;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.local.lambda.LambdaFunction;
import com.cruddur.messages.local.stream.DynamoDbStreams;
import com.cruddur.messages.local.stream.EventSourceMapping;
import com.cruddur.messages.local.stream.EventSourceMappingSettings;
import com.cruddur.messages.local.stream.FailureStore;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.table.MessagesTableSchema;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/// DynamoDB Local with the table in it.
///
/// @param endpoint what `DYNAMODB_ENDPOINT` takes
record TableStore(URI endpoint, DynamoDbClient client) {
  /// The table's name, the functions' default.
  static final String TABLE_NAME = MessagesTable.DEFAULT_NAME;

  private static final String PROCESS = "dynamodb";

  static TableStore start(RunFolder run, Optional<KeptData> kept, Closing closing)
      throws IOException {
    kept.ifPresent(data -> data.endFormer(PROCESS));
    var work = Files.createDirectories(run.path().resolve("dynamodb"));
    var local =
        closing.add(
            kept.isPresent()
                ? DynamoDbLocal.startKeeping(work, kept.get().table())
                : DynamoDbLocal.start(work));
    run.note(PROCESS, local.pid());
    if (kept.isPresent()) {
      kept.get().note(PROCESS, local.pid());
    }
    var client = closing.add(DynamoDb.at(local.endpoint()).build());
    createTable(client);
    return new TableStore(local.endpoint(), client);
  }

  private static void createTable(DynamoDbClient client) {
    try {
      client.describeTable(table -> table.tableName(TABLE_NAME));
    } catch (ResourceNotFoundException e) {
      client.createTable(MessagesTableSchema.createTable(TABLE_NAME));
      client.updateTimeToLive(MessagesTableSchema.timeToLive(TABLE_NAME));
    }
  }

  /// Starts pattern E: from now on every new message moves its conversation in the inboxes.
  ///
  /// @param failures the folder for batches that are given up
  EventSourceMapping startStreamFunction(Path failures, Closing closing) {
    var handler =
        new UpdateMessageGroupsHandler(new UpdateMessageGroups(new InboxRepository(table())));
    var name = handler.getClass().getSimpleName();
    return EventSourceMapping.start(
        closing.add(DynamoDbStreams.at(endpoint).build()),
        client.describeTable(table -> table.tableName(TABLE_NAME)).table().latestStreamArn(),
        new LambdaFunction<>(name, handler, DynamodbEvent.class)::invoke,
        EventSourceMappingSettings.defaults(),
        new FailureStore(failures, name, InstantSource.system()));
  }

  MessagesTable table() {
    return new MessagesTable(client, TABLE_NAME);
  }
}
