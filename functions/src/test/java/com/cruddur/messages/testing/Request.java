package com.cruddur.messages.testing;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.cruddur.messages.http.Route;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request, to become an event of payload format 2.0 by way of its JSON and Lambda's serializer.
public record Request(
    Map<String, String> pathParameters,
    Map<String, String> queryParameters,
    Map<String, String> headers,
    String body,
    boolean base64) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static Request empty() {
    return new Request(Map.of(), Map.of(), Map.of(), null, false);
  }

  public static Request path(String name, String value) {
    return new Request(Map.of(name, value), Map.of(), Map.of(), null, false);
  }

  public Request query(Map<String, String> parameters) {
    return new Request(pathParameters, parameters, headers, body, base64);
  }

  public Request header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Request(pathParameters, queryParameters, more, body, base64);
  }

  public Request body(String text) {
    return new Request(pathParameters, queryParameters, headers, text, false);
  }

  public Request base64Body(String base64Text) {
    return new Request(pathParameters, queryParameters, headers, base64Text, true);
  }

  public Request json(Map<String, ?> fields) {
    return body(write(fields));
  }

  /// The event of a call of `route` by `sub`, or by nobody when that is null.
  APIGatewayV2HTTPEvent event(Route route, String sub) {
    return LambdaEventSerializers.serializerFor(
            APIGatewayV2HTTPEvent.class, Request.class.getClassLoader())
        .fromJson(eventJson(route, sub));
  }

  /// The same event as Lambda sends it.
  public String eventJson(Route route, String sub) {
    var path = route.path();
    for (var parameter : pathParameters.entrySet()) {
      path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    var http = new LinkedHashMap<String, Object>();
    http.put("method", route.method());
    http.put("path", path);
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", "127.0.0.1");
    var context = new LinkedHashMap<String, Object>();
    context.put("http", http);
    context.put("routeKey", route.key());
    context.put("stage", "$default");
    if (sub != null) {
      context.put("authorizer", Map.of("jwt", Map.of("claims", Map.of("sub", sub))));
    }
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", route.key());
    event.put("rawPath", path);
    event.put("rawQueryString", "");
    event.put("headers", headers);
    if (!queryParameters.isEmpty()) {
      event.put("queryStringParameters", queryParameters);
    }
    if (!pathParameters.isEmpty()) {
      event.put("pathParameters", pathParameters);
    }
    event.put("requestContext", context);
    if (body != null) {
      event.put("body", body);
    }
    event.put("isBase64Encoded", base64);
    return write(event);
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
