package com.cruddur.messages.local.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole HTTP answer, before it is sent.
///
/// @param headers lower-case names, each with its values in order
public record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
  /// An answer of one content type.
  public static HttpAnswer of(int status, String contentType, String body) {
    return new HttpAnswer(
        status,
        Map.of("content-type", List.of(contentType)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /// An answer without a body.
  public static HttpAnswer empty(int status) {
    return new HttpAnswer(status, Map.of(), new byte[0]);
  }

  /// The same answer with one more value of a header.
  public HttpAnswer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    var values = new ArrayList<>(more.getOrDefault(header, List.of()));
    values.add(value);
    more.put(header, values);
    return new HttpAnswer(status, more, body);
  }

  /// The same answer without the headers that start so.
  public HttpAnswer without(String prefix) {
    var fewer = new LinkedHashMap<>(headers);
    fewer.keySet().removeIf(name -> name.startsWith(prefix));
    return new HttpAnswer(status, fewer, body);
  }

  /// Sends it. A `HEAD` request gets the headers only.
  public void send(HttpExchange exchange) throws IOException {
    headers.forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    var head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
