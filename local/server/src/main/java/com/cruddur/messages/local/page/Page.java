package com.cruddur.messages.local.page;

import com.cruddur.messages.http.Json;
import com.cruddur.messages.local.web.HttpAnswer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Serves the page and `/config.json`, from which any front end learns where to sign in.
///
/// @param issuer where users sign in
/// @param clientId as whom the page asks for tokens
public record Page(String issuer, String clientId) implements HttpHandler {
  private static final Map<String, String> FILES =
      Map.of(
          "/", "text/html; charset=utf-8",
          "/style.css", "text/css; charset=utf-8",
          "/app.js", "text/javascript; charset=utf-8",
          "/api.js", "text/javascript; charset=utf-8",
          "/auth.js", "text/javascript; charset=utf-8",
          "/errors.js", "text/javascript; charset=utf-8");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath())
          .with("cache-control", "no-cache")
          .with("content-security-policy", policy())
          .with("x-content-type-options", "nosniff")
          .send(exchange);
    }
  }

  private HttpAnswer answer(String method, String path) throws IOException {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return notFound();
    }
    if (path.equals("/config.json")) {
      return HttpAnswer.of(200, "application/json", config());
    }
    // Browsers ask for it on every page, the sign-in's included; there is none.
    if (path.equals("/favicon.ico")) {
      return HttpAnswer.empty(204);
    }
    return file(path).orElseGet(Page::notFound);
  }

  private static Optional<HttpAnswer> file(String path) throws IOException {
    var type = FILES.get(path);
    if (type == null) {
      return Optional.empty();
    }
    try (var in =
        Page.class.getResourceAsStream(path.equals("/") ? "index.html" : path.substring(1))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(HttpAnswer.of(200, type, text));
    }
  }

  private String config() {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringField("issuer", issuer);
          json.writeStringField("client_id", clientId);
          json.writeEndObject();
        });
  }

  // Calls go to this server only, and nothing in a message can become a script.
  private String policy() {
    return "default-src 'self'; img-src data:; connect-src 'self' "
        + issuer
        + "/; frame-ancestors 'none'";
  }

  private static HttpAnswer notFound() {
    return HttpAnswer.of(404, "application/json", "{\"message\":\"Not Found\"}");
  }
}
