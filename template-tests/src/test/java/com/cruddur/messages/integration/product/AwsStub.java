package com.cruddur.messages.integration.product;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A service of AWS as far as a test needs it: real requests of the SDK, over HTTP, and prepared
/// answers.
public final class AwsStub implements AutoCloseable {
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /// A request.
  ///
  /// @param action what is asked: the `X-Amz-Target`, or else method and path
  public record Asked(String action, String body) {}

  /// An answer.
  public record Reply(int status, String body) {}

  private AwsStub(HttpServer server) {
    this.server = server;
  }

  /// Starts answering.
  public static AwsStub answering(Function<Asked, Reply> answers) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var stub = new AwsStub(HttpServer.create(address, 0));
      stub.server.createContext("/", exchange -> stub.answer(exchange, answers));
      stub.server.start();
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange, Function<Asked, Reply> answers) throws IOException {
    try (exchange) {
      var target = exchange.getRequestHeaders().getFirst("x-amz-target");
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var request =
          new Asked(
              target == null
                  ? exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()
                  : target,
              body);
      asked.add(request);
      var reply = answers.apply(request);
      var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /// Where it answers.
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What was asked, in order.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
