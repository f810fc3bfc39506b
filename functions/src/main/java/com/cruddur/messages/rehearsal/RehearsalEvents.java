package com.cruddur.messages.rehearsal;

import java.util.List;

/// The events that functions practise on, as Lambda sends them.
public final class RehearsalEvents {
  static final String GROUP = "5ae290ed-55d1-47a0-bc6d-fe2bc2700399";

  /// The handle of whom the caller has a conversation with.
  static final String FRIEND = "friend";

  private static final String STRANGER = "stranger";
  private static final String KEY = "\"idempotency-key\":\"rehearsal\",";

  private RehearsalEvents() {}

  /// Pattern A.
  public static List<String> listMessages() {
    return List.of(
        http("GET /api/messages/{message_group_uuid}", "/api/messages/" + GROUP, "null"));
  }

  /// Pattern B.
  public static List<String> listMessageGroups() {
    return List.of(http("GET /api/message_groups", "/api/message_groups", "null"));
  }

  /// Pattern C.
  public static List<String> createMessage() {
    return List.of(post("message_group_uuid", GROUP, ""), post("message_group_uuid", GROUP, KEY));
  }

  /// Pattern D, into the conversation there is, and a new one.
  public static List<String> createMessageGroup() {
    return List.of(
        post("handle", FRIEND, ""), post("handle", STRANGER, ""), post("handle", STRANGER, KEY));
  }

  /// The short profile.
  public static List<String> showUser() {
    return List.of(http("GET /api/users/@{handle}/short", "/api/users/@friend/short", "null"));
  }

  /// Pattern E: one message, and two of different conversations, which are moved together.
  public static List<String> updateMessageGroups() {
    var one = record(GROUP);
    return List.of(batch(one), batch(one + "," + record(GROUP.replace('5', '6'))));
  }

  /// Of somebody who is registered: what keeps the function ready.
  public static List<String> registerUser() {
    return List.of("{\"triggerSource\":\"Rehearsal\",\"request\":{\"userAttributes\":{}}}");
  }

  private static String post(String name, String to, String headers) {
    var body = "\"{\\\"message\\\":\\\"Hello\\\",\\\"%s\\\":\\\"%s\\\"}\"".formatted(name, to);
    return http("POST /api/messages", "/api/messages", headers, body);
  }

  private static String http(String route, String path, String body) {
    return http(route, path, "", body);
  }

  private static String http(String route, String path, String headers, String body) {
    return """
    {"version":"2.0","routeKey":"%s","rawPath":"%s","rawQueryString":"",
     "headers":{"accept":"*/*","authorization":"Bearer -","content-type":"application/json",
       %s"user-agent":"rehearsal"},
     "requestContext":{"authorizer":{"jwt":{"claims":{"sub":"rehearsal"},"scopes":null}},
       "http":{"method":"%s","path":"%s"},"requestId":"rehearsal","stage":"$default"},
     "pathParameters":{"message_group_uuid":"%s","handle":"@friend"},
     "body":%s,"isBase64Encoded":false}
    """
        .formatted(route, path, headers, route.split(" ")[0], path, GROUP, body);
  }

  private static String batch(String records) {
    return "{\"Records\":[%s]}".formatted(records);
  }

  private static String record(String group) {
    return """
    {"eventID":"1","eventName":"INSERT","eventSource":"aws:dynamodb","dynamodb":{
     "Keys":{"pk":{"S":"MSG#%1$s"},"sk":{"S":"2026-02-02T00:00:00.000000+00:00"}},
     "NewImage":{"pk":{"S":"MSG#%1$s"},"sk":{"S":"2026-02-02T00:00:00.000000+00:00"},
       "message":{"S":"Hello"},"user_uuid":{"S":"%2$s"}},
     "SequenceNumber":"1"}}
    """
        .formatted(group, WrittenDownUsers.CALLER);
  }
}
