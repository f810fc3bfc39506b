package com.cruddur.messages.local.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A request as an event of payload format 2.0: maps, lists and texts, ready to be JSON.
///
/// See "Create AWS Lambda proxy integrations for HTTP APIs" in the guide,
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html>
///
/// @param claims of the token; empty on a route without authorizer
record GatewayEvent(
    HttpExchange exchange,
    RouteMatch match,
    Optional<JWTClaimsSet> claims,
    RequestBody body,
    Instant at) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss xx", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  Map<String, Object> toMap() {
    var event = new LinkedHashMap<String, Object>();
    var rawQuery = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", path());
    event.put("rawQueryString", rawQuery);
    var cookies = cookies();
    if (!cookies.isEmpty()) {
      event.put("cookies", cookies);
    }
    event.put("headers", headers());
    var query = PercentCoding.decodeQuery(rawQuery);
    if (!query.isEmpty()) {
      event.put("queryStringParameters", query);
    }
    event.put("requestContext", requestContext());
    if (!match.parameters().isEmpty()) {
      event.put("pathParameters", match.parameters());
    }
    if (!body.content().isEmpty()) {
      event.put("body", body.content());
    }
    event.put("isBase64Encoded", body.isBase64Encoded());
    return event;
  }

  // Unlike REST APIs and function URLs, an HTTP API decodes the path.
  private String path() {
    return PercentCoding.decodePath(exchange.getRequestURI().getRawPath());
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    headers.remove("cookie");
    headers.put("x-forwarded-for", sourceIp());
    headers.put("x-forwarded-port", Integer.toString(exchange.getLocalAddress().getPort()));
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private List<String> cookies() {
    return exchange.getRequestHeaders().getOrDefault("cookie", List.of()).stream()
        .flatMap(line -> Arrays.stream(line.split(";")))
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  private Map<String, Object> requestContext() {
    var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("host")).orElse("");
    var http = new LinkedHashMap<String, Object>();
    http.put("method", exchange.getRequestMethod());
    http.put("path", path());
    http.put("protocol", exchange.getProtocol());
    http.put("sourceIp", sourceIp());
    http.put("userAgent", exchange.getRequestHeaders().getFirst("user-agent"));
    var context = new LinkedHashMap<String, Object>();
    context.put("accountId", "000000000000");
    context.put("apiId", "local");
    claims.ifPresent(of -> context.put("authorizer", Map.of("jwt", new JwtContext(of).toMap())));
    context.put("domainName", host.replaceFirst(":[0-9]+$", ""));
    context.put("domainPrefix", "local");
    context.put("http", http);
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(at));
    context.put("timeEpoch", at.toEpochMilli());
    return context;
  }

  private String sourceIp() {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }
}
