package com.cruddur.messages.local.gateway;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.local.web.Cors;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A gateway on a free port with the same function behind every route.
final class TestGateway implements AutoCloseable {
  static final String ORIGIN = "http://localhost:5173";

  private final EchoFunction function = new EchoFunction();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;

  TestGateway(Tokens tokens, Throttle throttle) throws IOException {
    var functions =
        Arrays.stream(Route.values()).collect(Collectors.toMap(Function.identity(), r -> function));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        new Gateway(
            java.util.Map.copyOf(functions),
            tokens.authorizer(),
            new Cors(Set.of(ORIGIN)),
            throttle));
    server.start();
  }

  EchoFunction function() {
    return function;
  }

  int port() {
    return server.getAddress().getPort();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
