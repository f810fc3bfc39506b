package com.cruddur.messages.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands in front of DynamoDB Local and kills a process at one of its requests.
public final class KillingProxy implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();
  private final URI behind;
  private final int at;
  private final boolean after;
  private final HttpServer server;
  private volatile Runnable kill;

  /// @param behind the server
  /// @param at how many requests come before the one that kills
  /// @param after whether that one still takes effect
  public KillingProxy(URI behind, int at, boolean after) throws IOException {
    this.behind = behind;
    this.at = at;
    this.after = after;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /// What `DYNAMODB_ENDPOINT` takes.
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Kills with this.
  public void setKill(Runnable kill) {
    this.kill = kill;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var killing = requests.getAndIncrement() == at;
      if (killing && !after) {
        kill.run();
        return;
      }
      var request =
          HttpRequest.newBuilder(behind)
              .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      for (var header :
          new String[] {"X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date"}) {
        request.header(header, exchange.getRequestHeaders().getFirst(header));
      }
      var answer = client.send(request.build(), BodyHandlers.ofByteArray());
      if (killing) {
        kill.run();
        return;
      }
      exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    client.close();
  }
}
