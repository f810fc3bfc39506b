package com.cruddur.messages.bench.lambda;

import com.cruddur.messages.handler.CreateMessageHandler;
import com.cruddur.messages.handler.ListMessageGroupsHandler;
import com.cruddur.messages.handler.ListMessagesHandler;
import com.cruddur.messages.handler.ShowUserHandler;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Stream;
import com.cruddur.messages.testing.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A pattern, the handler that serves it, and its events.
enum RestoredCase {
  A("A", ListMessagesHandler.class, "\"statusCode\":200"),
  B("B", ListMessageGroupsHandler.class, "\"statusCode\":200"),
  C("C", CreateMessageHandler.class, "\"statusCode\":200"),
  D("D, into the conversation there is", CreateMessageHandler.class, "\"statusCode\":200"),
  D_NEW("D, a new conversation", CreateMessageHandler.class, "\"statusCode\":200"),
  E("E", UpdateMessageGroupsHandler.class, "\"batchItemFailures\":[]"),
  SHOW_USER("short profile", ShowUserHandler.class, "\"statusCode\":200");

  private static final Instant NEWER = Instant.parse("2030-01-01T00:00:00Z");

  private final String title;
  private final Class<?> handler;
  private final String good;

  RestoredCase(String title, Class<?> handler, String good) {
    this.title = title;
    this.handler = handler;
    this.good = good;
  }

  String title() {
    return title;
  }

  Class<?> handler() {
    return handler;
  }

  /// Whether an answer is the one that is due.
  boolean isGood(String answer) {
    return answer.contains(good);
  }

  /// Event number `n`; no two are the same where they write.
  String event(Conversants conversants, int n) {
    return switch (this) {
      case A ->
          Request.path("message_group_uuid", conversants.group().toString())
              .eventJson(Route.LIST_MESSAGES, conversants.sub());
      case B -> Request.empty().eventJson(Route.LIST_MESSAGE_GROUPS, conversants.sub());
      case C ->
          post(conversants, "message_group_uuid", conversants.group().toString(), "message " + n);
      case D -> post(conversants, "handle", Conversants.OTHER, "message " + n);
      case D_NEW -> post(conversants, "handle", Conversants.stranger(n), "Hello");
      case E -> inserted(conversants.group(), n);
      case SHOW_USER ->
          Request.path("handle", "@" + Conversants.stranger(n)).eventJson(Route.SHOW_USER, null);
    };
  }

  private static String post(Conversants conversants, String name, String to, String message) {
    return Request.empty()
        .header("content-type", "application/json")
        .json(Map.of(name, to, "message", message))
        .eventJson(Route.CREATE_MESSAGE, conversants.sub());
  }

  private static String inserted(UUID group, int n) {
    var at = Timestamp.of(NEWER.plus(n, ChronoUnit.MILLIS)).stored();
    return Stream.inserted(List.of(Table.row("MSG#" + group, at, "message", "message " + n)))
        .json();
  }
}
