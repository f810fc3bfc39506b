package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.http.Api;
import com.cruddur.messages.http.ApiRequest;
import com.cruddur.messages.http.ApiResponse;
import com.cruddur.messages.http.Json;
import com.cruddur.messages.http.JsonAnswers;
import com.cruddur.messages.message.CreateMessage;
import com.cruddur.messages.message.CreateMessageGroup;
import com.cruddur.messages.message.CreateMessageRequest;
import com.cruddur.messages.message.CreateMessageRequest.Destination.ToGroup;
import com.cruddur.messages.message.CreateMessageRequest.Destination.ToHandle;
import com.cruddur.messages.message.CreateMessageResult.Sent;
import com.cruddur.messages.message.CreateMessageResult.SentBefore;
import com.cruddur.messages.rehearsal.Rehearsal;
import com.cruddur.messages.rehearsal.RehearsalEvents;
import com.cruddur.messages.rehearsal.WrittenDownUsers;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.CopyingUserDirectory;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.PostgresUserDirectory;
import com.cruddur.messages.user.UserDirectory;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Patterns C and D: `POST /api/messages`, into a conversation or to somebody's handle.
public final class CreateMessageHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final CreateMessage createMessage;
  private final CreateMessageGroup createMessageGroup;

  @SuppressWarnings("unused") // CRaC holds it weakly, so this keeps it.
  private SnapStart snapStart;

  /// Composed from the environment, as Lambda starts it.
  public CreateMessageHandler() {
    LambdaLog.install();
    var database = PostgresConnection.fromEnvironment();
    var users = new PostgresUserDirectory(database);
    var table = MessagesTable.fromEnvironment();
    this(users, table);
    snapStart =
        SnapStart.beforeSnapshot(
            users::rehearse,
            SnapStart.withTable(Nobody::copy),
            rehearsal(RehearsalEvents.createMessage()),
            rehearsal(RehearsalEvents.createMessageGroup()),
            database::close);
  }

  private CreateMessageHandler(UserDirectory origin, MessagesTable table) {
    var clock = InstantSource.system();
    var users = CopyingUserDirectory.beside(table, origin, clock);
    var conversations = new ConversationRepository(table);
    var messages = new MessageRepository(table);
    this(
        new CreateMessage(users, conversations, messages, clock, UUID::randomUUID),
        new CreateMessageGroup(users, conversations, messages, clock, UUID::randomUUID));
  }

  public CreateMessageHandler(CreateMessage createMessage, CreateMessageGroup createMessageGroup) {
    this.createMessage = createMessage;
    this.createMessageGroup = createMessageGroup;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Api.answer(event, context, this::create);
  }

  private static Rehearsal<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> rehearsal(
      List<String> events) {
    return new Rehearsal<>(
        APIGatewayV2HTTPEvent.class,
        written -> new CreateMessageHandler(new WrittenDownUsers(), written),
        events);
  }

  private APIGatewayV2HTTPResponse create(ApiRequest request) {
    var fields = Json.readStrings(request.body(), CreateMessageRequest.FIELDS);
    var wanted = CreateMessageRequest.of(request.sub(), fields, request.header("idempotency-key"));
    var result =
        switch (wanted.to()) {
          case ToGroup(var uuid) ->
              createMessage.create(wanted.sub(), uuid, wanted.text(), wanted.key());
          case ToHandle(var handle) ->
              createMessageGroup.create(wanted.sub(), handle, wanted.text(), wanted.key());
        };
    var answer =
        switch (result) {
          case Sent _ -> wanted.to().answer();
          case SentBefore(_, var first) -> first;
        };
    return ApiResponse.ok(
        switch (answer) {
          case MESSAGE -> JsonAnswers.message(result.message());
          case MESSAGE_GROUP -> JsonAnswers.messageGroupUuid(result.message());
        });
  }
}
