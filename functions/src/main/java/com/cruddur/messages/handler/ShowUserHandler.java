package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.http.Api;
import com.cruddur.messages.http.ApiRequest;
import com.cruddur.messages.http.ApiResponse;
import com.cruddur.messages.http.JsonAnswers;
import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.message.RefusedException;
import com.cruddur.messages.rehearsal.Rehearsal;
import com.cruddur.messages.rehearsal.RehearsalEvents;
import com.cruddur.messages.rehearsal.WrittenDownUsers;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.PostgresUserDirectory;
import com.cruddur.messages.user.RememberingUserDirectory;
import com.cruddur.messages.user.UserDirectory;
import java.time.InstantSource;

/// The short profile of a user, public: `GET /api/users/@{handle}/short`.
public final class ShowUserHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final UserDirectory users;

  @SuppressWarnings("unused") // CRaC holds it weakly, so this keeps it.
  private SnapStart snapStart;

  /// Composed from the environment, as Lambda starts it.
  public ShowUserHandler() {
    LambdaLog.install();
    var database = PostgresConnection.fromEnvironment();
    var users = new PostgresUserDirectory(database);
    this(remembering(users));
    snapStart =
        SnapStart.beforeSnapshot(
            users::rehearse,
            new Rehearsal<>(
                APIGatewayV2HTTPEvent.class,
                _ -> new ShowUserHandler(remembering(new WrittenDownUsers())),
                RehearsalEvents.showUser()),
            database::close);
  }

  public ShowUserHandler(UserDirectory users) {
    this.users = users;
  }

  private static UserDirectory remembering(UserDirectory origin) {
    return new RememberingUserDirectory(origin, InstantSource.system());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Api.answer(event, context, this::show);
  }

  private APIGatewayV2HTTPResponse show(ApiRequest request) {
    var segment = request.pathParameter("handle");
    if (!segment.startsWith("@")) {
      throw new RefusedException(ErrorCode.USER_NOT_FOUND);
    }
    var user =
        users
            .byHandle(segment.substring(1))
            .orElseThrow(() -> new RefusedException(ErrorCode.USER_NOT_FOUND));
    return ApiResponse.ok(JsonAnswers.user(user));
  }
}
