package com.cruddur.messages.local.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Bytes that are no HTTP, or HTTP that nobody means well with: lengths that lie, lines that do not
/// end, addresses of other shapes.
final class MalformedHttp {
  private static final List<String> REQUEST_LINES =
      List.of(
          "GET /api/message_groups HTTP/1.1",
          "POST /api/messages HTTP/1.1",
          "GET /api/message_groups HTTP/1.0",
          "GET /api/message_groups HTTP/9.9",
          "GET /api/message_groups",
          "GET  /api/message_groups HTTP/1.1",
          "GET http://other/api/message_groups HTTP/1.1",
          "GET //api/message_groups HTTP/1.1",
          "GET ?x HTTP/1.1",
          "GET  HTTP/1.1",
          "OPTIONS * HTTP/1.1",
          "CONNECT localhost:80 HTTP/1.1",
          "GET mailto:x HTTP/1.1",
          "GET /api/\u0000 HTTP/1.1",
          "GET /api/messages/é HTTP/1.1",
          "PRI * HTTP/2.0",
          "\u0016\u0003\u0001",
          "");
  private static final List<String> HEADERS =
      List.of(
          "Content-Length: -1",
          "Content-Length: 99999999999999999999",
          "Content-Length: 1",
          "Content-Length: 1000",
          "Content-Length: x",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding: chunked, identity",
          "Expect: 100-continue",
          "Expect: x",
          "Connection: close",
          "Connection: Upgrade, HTTP2-Settings",
          "Upgrade: h2c",
          "Host: a\r\nHost: b",
          " folded: x",
          ": x",
          "x",
          "x\u0000: y",
          "Authorization:",
          "Authorization: a\r\n b",
          "Origin: null");
  private static final List<String> BODIES =
      List.of("", "x", "{}", "5\r\n{}", "0\r\n\r\n", "ffffffffffffffff\r\n", "-1\r\n", "zz\r\n");

  private MalformedHttp() {}

  static byte[] any(Random random) {
    var bytes = new ByteArrayOutputStream();
    var text = new StringBuilder(HostileText.of(random, REQUEST_LINES)).append("\r\n");
    while (random.nextInt(4) > 0) {
      text.append(HostileText.of(random, HEADERS)).append(random.nextInt(9) == 0 ? "\n" : "\r\n");
    }
    if (random.nextInt(20) == 0) {
      text.append("x: y\r\n".repeat(1 << random.nextInt(12)));
    }
    if (random.nextInt(20) == 0) {
      text.append("x: ").append("y".repeat(1 << random.nextInt(20))).append("\r\n");
    }
    text.append(random.nextInt(9) == 0 ? "" : "\r\n").append(HostileText.of(random, BODIES));
    bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    if (random.nextInt(10) == 0) {
      var noise = new byte[random.nextInt(100)];
      random.nextBytes(noise);
      bytes.writeBytes(noise);
    }
    return bytes.toByteArray();
  }
}
