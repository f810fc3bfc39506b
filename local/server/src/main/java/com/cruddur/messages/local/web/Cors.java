package com.cruddur.messages.local.web;

import com.cruddur.messages.http.Route;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which other origins may call, answered by the gateway itself as API Gateway does: preflights
/// never reach an authorizer or a function, and every answer carries the headers, errors included.
///
/// See <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html>
///
/// @param origins the front ends' origins, exactly as a browser sends them
public record Cors(Set<String> origins) {
  private static final String METHODS =
      Arrays.stream(Route.values()).map(Route::method).distinct().collect(Collectors.joining(","));

  /// Whether an address is a page of one of them.
  public boolean isOurs(String address) {
    try {
      // What is no address must not get into a header.
      var uri = new URI(address);
      return origins.contains(uri.getScheme() + "://" + uri.getRawAuthority());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /// The answer to a preflight; empty when the request is none. Another origin gets no permission,
  /// and its browser refuses the call.
  public Optional<HttpAnswer> preflight(HttpExchange exchange) {
    if (!exchange.getRequestMethod().equals("OPTIONS")) {
      return Optional.empty();
    }
    var answer = HttpAnswer.empty(204).with("vary", "origin");
    return Optional.of(
        origin(exchange)
            .map(
                origin ->
                    answer
                        .with("access-control-allow-origin", origin)
                        .with("access-control-allow-methods", METHODS)
                        .with(
                            "access-control-allow-headers",
                            "authorization,content-type,idempotency-key")
                        .with("access-control-max-age", "3600"))
            .orElse(answer));
  }

  /// `answer` as the caller's browser may read it. What a function says of CORS is dropped, as API
  /// Gateway drops it.
  public HttpAnswer permit(HttpExchange exchange, HttpAnswer answer) {
    var bare = answer.without("access-control-").with("vary", "origin");
    return origin(exchange)
        .map(
            origin ->
                bare.with("access-control-allow-origin", origin)
                    .with("access-control-expose-headers", "link"))
        .orElse(bare);
  }

  private Optional<String> origin(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("origin"))
        .filter(origins::contains);
  }
}
