package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.rehearsal.Rehearsal;
import com.cruddur.messages.rehearsal.RehearsalEvents;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessagesTable;

/// Pattern E: every new message moves its conversation in the members' inboxes.
///
/// The first record that fails ends the batch and is reported; Lambda goes on from there.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html>
public final class UpdateMessageGroupsHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final UpdateMessageGroups updateMessageGroups;

  @SuppressWarnings("unused") // CRaC holds it weakly, so this keeps it.
  private SnapStart snapStart;

  /// Composed from the environment, as Lambda starts it.
  public UpdateMessageGroupsHandler() {
    LambdaLog.install();
    this(MessagesTable.fromEnvironment());
    snapStart =
        SnapStart.beforeSnapshot(
            SnapStart.withTable(Nobody::inbox),
            new Rehearsal<>(
                DynamodbEvent.class,
                UpdateMessageGroupsHandler::new,
                RehearsalEvents.updateMessageGroups()));
  }

  private UpdateMessageGroupsHandler(MessagesTable table) {
    this(new UpdateMessageGroups(new InboxRepository(table)));
  }

  public UpdateMessageGroupsHandler(UpdateMessageGroups updateMessageGroups) {
    this.updateMessageGroups = updateMessageGroups;
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    var batch = StreamBatch.of(event);
    var failed = updateMessageGroups.update(batch.messages());
    return batch.response(failed);
  }
}
