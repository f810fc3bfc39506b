package com.cruddur.messages.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Lambda's side of a function's runtime, on loopback: it hands out events one by one and takes the
/// answers.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>
public final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime";

  static {
    sendAtOnce();
  }

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  public RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(ROOT, this::serve);
    server.start();
  }

  /// From now on, if no server of the JDK's has been started yet, none holds an answer back behind
  /// its headers until the other side acknowledges them, 40 ms.
  public static void sendAtOnce() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /// `host:port`, as the variable `AWS_LAMBDA_RUNTIME_API` has it.
  public String authority() {
    var address = server.getAddress();
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /// Has an event for the function.
  public void offer(String event) {
    events.add(event);
  }

  /// The next answer or error; null when there is none in time.
  public String poll(long timeout, TimeUnit unit) throws InterruptedException {
    return answers.poll(timeout, unit);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      switch (exchange.getRequestURI().getPath().substring(ROOT.length())) {
        case "/invocation/next" -> next(exchange);
        case "/restore/next" -> exchange.sendResponseHeaders(200, -1);
        // An invocation's answer or error, or one at the start.
        default -> {
          answers.add(body);
          exchange.sendResponseHeaders(202, -1);
        }
      }
    } catch (InterruptedException e) {
      // Closed while a function waited for an event.
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    var event = events.take().getBytes(StandardCharsets.UTF_8);
    var deadline = System.currentTimeMillis() + TimeUnit.SECONDS.toMillis(30);
    var headers = exchange.getResponseHeaders();
    headers.add("Content-Type", "application/json");
    headers.add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.add("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    headers.add(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:123456789012:function:test:live");
    headers.add("Lambda-Runtime-Trace-Id", "Root=1-69f86e20-000000000000000000000001;Sampled=0");
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
