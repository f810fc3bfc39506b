package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.http.Api;
import com.cruddur.messages.http.ApiRequest;
import com.cruddur.messages.http.ApiResponse;
import com.cruddur.messages.http.JsonAnswers;
import com.cruddur.messages.http.ListRequest;
import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.message.ListMessages;
import com.cruddur.messages.message.MessageGroup;
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

/// Pattern A: `GET /api/messages/{message_group_uuid}`.
public final class ListMessagesHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final int DEFAULT_LIMIT = 100;

  private final ListMessages listMessages;

  @SuppressWarnings("unused") // CRaC holds it weakly, so this keeps it.
  private SnapStart snapStart;

  /// Composed from the environment, as Lambda starts it.
  public ListMessagesHandler() {
    LambdaLog.install();
    var database = PostgresConnection.fromEnvironment();
    var users = new PostgresUserDirectory(database);
    var table = MessagesTable.fromEnvironment();
    this(users, table);
    snapStart =
        SnapStart.beforeSnapshot(
            users::rehearse,
            SnapStart.withTable(Nobody::copy),
            new Rehearsal<>(
                APIGatewayV2HTTPEvent.class,
                written -> new ListMessagesHandler(new WrittenDownUsers(), written),
                RehearsalEvents.listMessages()),
            database::close);
  }

  private ListMessagesHandler(UserDirectory users, MessagesTable table) {
    this(
        new ListMessages(
            CopyingUserDirectory.beside(table, users, InstantSource.system()),
            new ConversationRepository(table),
            new MessageRepository(table)));
  }

  public ListMessagesHandler(ListMessages listMessages) {
    this.listMessages = listMessages;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Api.answer(event, context, this::list);
  }

  private APIGatewayV2HTTPResponse list(ApiRequest request) {
    var group = MessageGroup.parseUuid(request.pathParameter("message_group_uuid"));
    var wrong =
        group.isPresent() ? List.<ErrorCode>of() : List.of(ErrorCode.MESSAGE_GROUP_UUID_INVALID);
    var list = ListRequest.of(request, DEFAULT_LIMIT, wrong);
    var page = listMessages.list(list.sub(), group.orElseThrow(), list.page());
    return ApiResponse.ok(JsonAnswers.messages(page.items()), list.links(page));
  }
}
