package com.cruddur.messages.http;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.handler.CreateMessageHandler;
import com.cruddur.messages.handler.ListMessageGroupsHandler;
import com.cruddur.messages.handler.ListMessagesHandler;
import com.cruddur.messages.handler.ShowUserHandler;

/// The routes of the HTTP API, each with the function behind it. The gateway of the local
/// environment, the deployed API and their tests are all made from this list.
public enum Route {
  /// Pattern A.
  LIST_MESSAGES(
      "GET", "/api/messages/{message_group_uuid}", Access.SIGNED_IN, ListMessagesHandler.class),
  /// Pattern B.
  LIST_MESSAGE_GROUPS(
      "GET", "/api/message_groups", Access.SIGNED_IN, ListMessageGroupsHandler.class),
  /// Patterns C and D.
  CREATE_MESSAGE("POST", "/api/messages", Access.SIGNED_IN, CreateMessageHandler.class),
  /// The short profile, `/api/users/@andrewbrown/short`. A path parameter of an HTTP API is a whole
  /// path segment, so the `@` is part of its value. Public, because today's front end calls it
  /// without a token.
  SHOW_USER("GET", "/api/users/{handle}/short", Access.PUBLIC, ShowUserHandler.class);

  /// Who may call a route at all.
  public enum Access {
    /// Only with a valid token; the authorizer answers 401 to everybody else.
    SIGNED_IN,
    /// Anybody, with no authorizer in front.
    PUBLIC
  }

  private final String method;
  private final String path;
  private final Access access;
  private final Class<? extends RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>
      handler;

  Route(
      String method,
      String path,
      Access access,
      Class<? extends RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> handler) {
    this.method = method;
    this.path = path;
    this.access = access;
    this.handler = handler;
  }

  /// The HTTP method.
  public String method() {
    return method;
  }

  /// The path as API Gateway writes it, with `{parameters}` that each stand for one segment.
  public String path() {
    return path;
  }

  /// Who may call it.
  public Access access() {
    return access;
  }

  /// The function that answers it.
  public Class<? extends RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>
      handler() {
    return handler;
  }

  /// The route key of API Gateway, `GET /api/message_groups`.
  public String key() {
    return method + " " + path;
  }
}
