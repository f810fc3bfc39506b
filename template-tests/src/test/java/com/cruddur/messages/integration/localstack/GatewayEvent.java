package com.cruddur.messages.integration.localstack;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.integration.product.Request;
import com.cruddur.messages.integration.product.User;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// A request as API Gateway gives it to the function behind its route, in payload format 2.0.
///
/// See <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html>
record GatewayEvent(Route route, Request request) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

  /// @throws IllegalArgumentException when there is no such route
  static GatewayEvent of(Request request) {
    return Arrays.stream(Route.values())
        .filter(route -> route.method().equals(request.method()))
        .filter(route -> request.path().matches(pattern(route)))
        .map(route -> new GatewayEvent(route, request))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no route " + request.method() + " " + request.path()));
  }

  private static String pattern(Route route) {
    return PARAMETER.matcher(route.path()).replaceAll("[^/]+");
  }

  /// The event.
  String json() {
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", route.key());
    event.put("rawPath", request.path());
    event.put("rawQueryString", "");
    event.put("headers", request.headers());
    if (!request.query().isEmpty()) {
      event.put("queryStringParameters", request.query());
    }
    event.put("requestContext", context());
    event.put("pathParameters", pathParameters());
    request.body().ifPresent(body -> event.put("body", body));
    event.put("isBase64Encoded", false);
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Map<String, String> pathParameters() {
    var wanted = route.path().split("/");
    var given = request.path().split("/");
    var parameters = new LinkedHashMap<String, String>();
    for (var i = 0; i < wanted.length; i++) {
      var parameter = PARAMETER.matcher(wanted[i]);
      if (parameter.matches()) {
        parameters.put(parameter.group(1), given[i]);
      }
    }
    return parameters;
  }

  private Map<String, Object> context() {
    var context = new LinkedHashMap<String, Object>();
    if (route.access() == Route.Access.SIGNED_IN) {
      request.caller().map(User::identity).ifPresent(sub -> context.put("authorizer", jwt(sub)));
    }
    context.put("http", Map.of("method", request.method(), "path", request.path()));
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", route.key());
    context.put("stage", "$default");
    return context;
  }

  private static Map<String, Object> jwt(String sub) {
    return Map.of("jwt", Map.of("claims", Map.of("sub", sub)));
  }
}
