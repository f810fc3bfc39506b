package com.cruddur.messages.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// Answers every request to DynamoDB with what a small inbox would: for training, not for tests,
/// and for nobody who wants to know whether an answer is right.
final class WrittenDownTable implements AutoCloseable {
  private static final Pattern GROUP = Pattern.compile("\"([0-9a-f]{8}-[0-9a-f-]{27})\"");
  private static final String ONE = "7d9c4b52-13e8-4f0d-8a6e-92b7c5e3fb02";
  private static final String OTHER = "2b0e3e1c-6f5a-4c39-9a53-0d4f8f1c7a01";
  private static final String USER =
      "\"user_uuid\":{\"S\":\"%s\"},\"user_handle\":{\"S\":\"bayko\"},"
          + "\"user_display_name\":{\"S\":\"Andrew Bayko\"}";

  private static final String SHOWN =
      "\"sk\":{\"S\":\"2026-01-01T00:00:00.000000+00:00\"},\"message\":{\"S\":\"Hi\"}";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  WrittenDownTable() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /// Its URL.
  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      var answer =
          switch (target.substring(target.indexOf('.') + 1)) {
            case "GetItem" -> item(request);
            case "Query" -> rows(request);
            default -> "{}";
          };
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      var crc = new CRC32();
      crc.update(bytes);
      exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
      exchange.getResponseHeaders().add("x-amz-crc32", Long.toString(crc.getValue()));
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String item(String request) {
    if (request.contains("USR#")) {
      return "{\"Item\":{\"pk\":{\"S\":\"USR#training\"},\"sk\":{\"S\":\"USR\"},%s,\"expires_at\":{\"N\":\"9999999999\"}}}"
          .formatted(USER.formatted(ONE));
    }
    if (request.contains("MBR#")) {
      return "{\"Item\":{\"pk\":{\"S\":\"MBR#%s\"},\"sk\":{\"S\":\"%s\"}}}"
          .formatted(TrainingEvents.GROUP, ONE);
    }
    return "{}";
  }

  private static String rows(String request) {
    if (request.contains("MSG#")) {
      return "{\"Items\":[%s],\"Count\":1}"
          .formatted(
              "{\"pk\":{\"S\":\"MSG#%s\"},%s,\"message_uuid\":{\"S\":\"%s\"},%s}"
                  .formatted(TrainingEvents.GROUP, SHOWN, OTHER, USER.formatted(ONE)));
    }
    if (request.contains("GRP#")) {
      return "{\"Items\":[%s],\"Count\":1}".formatted(inboxRow(TrainingEvents.GROUP, ONE, OTHER));
    }
    if (request.contains("message-group-sk-index")) {
      var group = GROUP.matcher(request);
      var uuid = group.find() ? group.group(1) : TrainingEvents.GROUP;
      return "{\"Items\":[%s,%s],\"Count\":2}"
          .formatted(inboxRow(uuid, ONE, OTHER), inboxRow(uuid, OTHER, ONE));
    }
    return "{\"Items\":[],\"Count\":0}";
  }

  private static String inboxRow(String group, String owner, String other) {
    return "{\"pk\":{\"S\":\"GRP#%s\"},%s,\"message_group_uuid\":{\"S\":\"%s\"},%s}"
        .formatted(owner, SHOWN, group, USER.formatted(other));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
