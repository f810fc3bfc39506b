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
import com.cruddur.messages.message.ListMessageGroups;
import com.cruddur.messages.rehearsal.Rehearsal;
import com.cruddur.messages.rehearsal.RehearsalEvents;
import com.cruddur.messages.rehearsal.WrittenDownUsers;
import com.cruddur.messages.table.CopyingUserDirectory;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.PostgresUserDirectory;
import com.cruddur.messages.user.UserDirectory;
import java.time.InstantSource;
import java.util.List;

/// Pattern B: `GET /api/message_groups`.
public final class ListMessageGroupsHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final int DEFAULT_LIMIT = 20;

  private final ListMessageGroups listMessageGroups;

  @SuppressWarnings("unused") // CRaC holds it weakly, so this keeps it.
  private SnapStart snapStart;

  private ListMessageGroupsHandler(UserDirectory users, MessagesTable table) {
    this(
        new ListMessageGroups(
            CopyingUserDirectory.beside(table, users, InstantSource.system()),
            new InboxRepository(table)));
  }

  /// Composed from the environment, as Lambda starts it.
  public ListMessageGroupsHandler() {
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
                written -> new ListMessageGroupsHandler(new WrittenDownUsers(), written),
                RehearsalEvents.listMessageGroups()),
            database::close);
  }

  public ListMessageGroupsHandler(ListMessageGroups listMessageGroups) {
    this.listMessageGroups = listMessageGroups;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Api.answer(event, context, this::list);
  }

  private APIGatewayV2HTTPResponse list(ApiRequest request) {
    var list = ListRequest.of(request, DEFAULT_LIMIT, List.of());
    var page = listMessageGroups.list(list.sub(), list.page());
    return ApiResponse.ok(JsonAnswers.messageGroups(page.items()), list.links(page));
  }
}
