package com.cruddur.messages.local.gateway;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.event.EventSerializer;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.local.lambda.RuntimeSerializer;
import com.cruddur.messages.local.web.Cors;
import com.cruddur.messages.testing.Product;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A gateway on a free port.
final class TestGateway implements AutoCloseable {
  static final String ORIGIN = "http://localhost:5173";

  private final HttpClient client = HttpClient.newHttpClient();
  private final EchoFunction function;
  private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  /// With the same function behind every route.
  TestGateway(Tokens tokens, Throttle throttle) throws IOException {
    this(new EchoFunction(), tokens, throttle);
  }

  private TestGateway(EchoFunction function, Tokens tokens, Throttle throttle) throws IOException {
    this(function, route -> function, tokens, throttle, new RuntimeSerializer());
  }

  private TestGateway(
      EchoFunction function,
      Function<Route, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> behind,
      Tokens tokens,
      Throttle throttle,
      CustomPojoSerializer json)
      throws IOException {
    this.function = function;
    var functions =
        Arrays.stream(Route.values()).collect(Collectors.toMap(Function.identity(), behind));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var gateway =
        new Gateway(functions, tokens.authorizer(), new Cors(Set.of(ORIGIN)), throttle, json);
    server.createContext("/", exchange -> handle(gateway, exchange));
    server.start();
  }

  /// With the product's functions.
  static TestGateway of(Product product, Tokens tokens, Throttle throttle) throws IOException {
    return new TestGateway(null, product::handler, tokens, throttle, new EventSerializer());
  }

  private void handle(Gateway gateway, HttpExchange exchange) throws IOException {
    try {
      gateway.handle(exchange);
    } catch (RuntimeException | Error | JsonProcessingException e) {
      thrown.add(e);
      throw e;
    }
  }

  /// What the gateway threw instead of answering, whereupon the server hangs up; without what is a
  /// caller's doing who hangs up himself.
  List<Throwable> thrown() {
    return List.copyOf(thrown);
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
