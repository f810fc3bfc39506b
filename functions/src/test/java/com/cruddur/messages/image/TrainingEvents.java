package com.cruddur.messages.image;

import java.util.LinkedHashMap;
import java.util.Map;

/// The events that functions are trained with, as Lambda sends them.
final class TrainingEvents {
  /// The one conversation of [WrittenDownTable].
  static final String GROUP = "5ae290ed-55d1-47a0-bc6d-fe2bc2700399";

  private static final String HANDLERS = "com.cruddur.messages.handler.";

  private TrainingEvents() {}

  /// By the handlers' names.
  static Map<String, String[]> byHandler() {
    var all = new LinkedHashMap<String, String[]>();
    all.put(
        HANDLERS + "ListMessagesHandler",
        new String[] {
          http("GET /api/messages/{message_group_uuid}", "/api/messages/" + GROUP, GROUP, "null")
        });
    all.put(
        HANDLERS + "ListMessageGroupsHandler",
        new String[] {http("GET /api/message_groups", "/api/message_groups", "", "null")});
    all.put(
        HANDLERS + "CreateMessageHandler",
        new String[] {
          http(
              "POST /api/messages",
              "/api/messages",
              "",
              body("\\\"message_group_uuid\\\":\\\"" + GROUP))
        });
    all.put(
        HANDLERS + "ShowUserHandler",
        new String[] {
          http("GET /api/users/@{handle}/short", "/api/users/@bayko/short", "", "null")
        });
    all.put(HANDLERS + "UpdateMessageGroupsHandler", new String[] {stream()});
    // Of somebody who is registered: what keeps the function ready.
    all.put(HANDLERS + "RegisterUserHandler", new String[] {"{\"triggerSource\":\"Training\"}"});
    return all;
  }

  private static String body(String to) {
    return "\"{\\\"message\\\":\\\"Hello\\\"," + to + "\\\"}\"";
  }

  private static String http(String route, String path, String group, String body) {
    return """
    {"version":"2.0","routeKey":"%s","rawPath":"%s","rawQueryString":"",
     "headers":{"accept":"*/*","authorization":"Bearer -","content-type":"application/json",
       "idempotency-key":"training","user-agent":"training"},
     "requestContext":{"authorizer":{"jwt":{"claims":{"sub":"training"},"scopes":null}},
       "http":{"method":"%s","path":"%s"},"requestId":"training","stage":"$default"},
     "pathParameters":{"message_group_uuid":"%s","handle":"bayko"},
     "body":%s,"isBase64Encoded":false}
    """
        .formatted(route, path, route.split(" ")[0], path, group, body);
  }

  // Two conversations, so that they are moved together.
  private static String stream() {
    return "{\"Records\":[%s,%s]}".formatted(record(GROUP), record(GROUP.replace('5', '6')));
  }

  private static String record(String group) {
    return """
    {"eventID":"1","eventName":"INSERT","eventSource":"aws:dynamodb","dynamodb":{
     "Keys":{"pk":{"S":"MSG#%1$s"},"sk":{"S":"2026-02-02T00:00:00.000000+00:00"}},
     "NewImage":{"pk":{"S":"MSG#%1$s"},"sk":{"S":"2026-02-02T00:00:00.000000+00:00"},
       "message":{"S":"Hello"},"user_uuid":{"S":"7d9c4b52-13e8-4f0d-8a6e-92b7c5e3fb02"}},
     "SequenceNumber":"1"}}
    """
        .formatted(group);
  }
}
