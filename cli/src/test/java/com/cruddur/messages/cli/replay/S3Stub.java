package com.cruddur.messages.cli.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// As much of S3 as the SDK's client asks for: a bucket that lists two objects a page, and gives
/// them.
final class S3Stub implements AutoCloseable {
  private static final int PAGE = 2;
  private static final Pattern PARAMETER = Pattern.compile("([^&=]+)=([^&]*)");

  /// The queries of the lists that were asked for.
  final List<Map<String, String>> lists = new CopyOnWriteArrayList<>();

  private final SortedMap<String, String> objects = new TreeMap<>();
  private final HttpServer server;

  S3Stub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void put(String key, String document) {
    objects.put(key, document);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().split("/", 3);
    var key = path.length < 3 ? "" : path[2];
    if (!path[1].equals("failures")) {
      respond(exchange, 404, "<Error><Code>NoSuchBucket</Code><Message>none</Message></Error>");
    } else if (key.isEmpty()) {
      respond(exchange, 200, list(exchange.getRequestURI().getQuery()));
    } else if (objects.containsKey(key)) {
      respond(exchange, 200, objects.get(key));
    } else {
      respond(exchange, 404, "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>");
    }
  }

  private String list(String query) {
    var asked = new TreeMap<String, String>();
    PARAMETER.matcher(query).results().forEach(p -> asked.put(p.group(1), p.group(2)));
    lists.add(asked);
    var from = asked.containsKey("continuation-token") ? asked.get("continuation-token") : "";
    var keys = new ArrayList<>(objects.tailMap(from).keySet());
    keys.removeIf(key -> !key.startsWith(asked.get("prefix")));
    var page = keys.subList(0, Math.min(PAGE, keys.size()));
    var more = keys.size() > PAGE;
    var xml = new StringBuilder("<ListBucketResult><IsTruncated>" + more + "</IsTruncated>");
    if (more) {
      xml.append("<NextContinuationToken>" + keys.get(PAGE) + "</NextContinuationToken>");
    }
    page.forEach(key -> xml.append("<Contents><Key>" + key + "</Key></Contents>"));
    return xml + "</ListBucketResult>";
  }

  private static void respond(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/xml");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
