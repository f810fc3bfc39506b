package com.cruddur.messages.local.page;

import com.cruddur.messages.http.Json;
import com.cruddur.messages.local.web.HttpAnswer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Serves the built page as CloudFront does, and `/config.json`, from which any front end learns
/// where to sign in and where the API is.
///
/// @param files by path, all there are: what is not among them cannot be asked for
/// @param issuer where users sign in
/// @param clientId as whom the page asks for tokens
public record Page(Map<String, PageFile> files, String issuer, String clientId)
    implements HttpHandler {
  private static final String INDEX = "/index.html";

  /// The page that was built into a folder.
  ///
  /// @return empty when there is none
  public static Optional<Page> in(Path folder, String issuer, String clientId) {
    if (!Files.isRegularFile(folder.resolve("index.html"))) {
      return Optional.empty();
    }
    try (var all = Files.walk(folder)) {
      var files =
          all.filter(Files::isRegularFile)
              .collect(Collectors.toUnmodifiableMap(file -> path(folder, file), PageFile::read));
      return Optional.of(new Page(files, issuer, clientId));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(Path folder, Path file) {
    return "/" + folder.relativize(file).toString().replace('\\', '/');
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var answer = answer(exchange, path);
      // The names of assets change with what is in them; one that is not there yet may come.
      var isKept = path.startsWith("/assets/") && answer.status() == 200;
      answer
          .with("cache-control", isKept ? "public, max-age=31536000, immutable" : "no-cache")
          .with("content-security-policy", policy())
          .with("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()")
          .with("referrer-policy", "no-referrer")
          .with("x-content-type-options", "nosniff")
          .with("x-frame-options", "DENY")
          .send(exchange);
    }
  }

  private HttpAnswer answer(HttpExchange exchange, String path) {
    var method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return HttpAnswer.of(405, "text/plain", "Only to be read.\n").with("allow", "GET, HEAD");
    }
    if (path.equals("/config.json")) {
      return HttpAnswer.of(200, "application/json", config());
    }
    // Browsers ask for it on the sign-in's pages; there is none.
    if (path.equals("/favicon.ico")) {
      return HttpAnswer.empty(204);
    }
    var encodings = exchange.getRequestHeaders().getFirst("accept-encoding");
    var file = files.get(isRoute(path) ? INDEX : path);
    return file == null ? files.get(INDEX).answer(404, encodings) : file.answer(200, encodings);
  }

  // These are the page's own to make sense of.
  private static boolean isRoute(String path) {
    return path.equals("/") || path.equals("/messages") || path.startsWith("/messages/");
  }

  private String config() {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringField("issuer", issuer);
          json.writeStringField("client_id", clientId);
          // The page's own origin.
          json.writeStringField("api", "");
          json.writeEndObject();
        });
  }

  // Nothing in a message can become a script, and calls go to this server only, by either of its
  // names.
  private String policy() {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " font-src 'self'; manifest-src 'self'; connect-src 'self' "
        + issuer
        + "/; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }
}
