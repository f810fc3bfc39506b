package com.cruddur.messages.integration.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The API behind a gateway, over HTTP; who calls proves it with a bearer token.
public final class HttpApi implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  /// @param base where the paths begin, without a slash at its end
  public HttpApi(String base) {
    this.base = base;
  }

  /// Sends it and waits for the answer.
  ///
  /// @throws UncheckedIOException when there was none
  public Answer send(Request request) {
    try {
      var answer = client.send(http(request), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), headers(answer), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.path(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest http(Request request) {
    var http =
        HttpRequest.newBuilder(URI.create(base + request.path() + query(request)))
            .timeout(LIMIT)
            .method(
                request.method(),
                request.body().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
    request.headers().forEach(http::header);
    request
        .caller()
        .ifPresent(caller -> http.header("authorization", "Bearer " + caller.identity()));
    return http.build();
  }

  private static String query(Request request) {
    if (request.query().isEmpty()) {
      return "";
    }
    return request.query().entrySet().stream()
        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(HttpResponse<?> answer) {
    return answer.headers().map().entrySet().stream()
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> String.join(", ", header.getValue())));
  }

  @Override
  public void close() {
    client.close();
  }
}
