package com.cruddur.messages.local.gateway;

import com.cruddur.messages.testing.Person;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/// A request as somebody sends it who means no good. Most get past the HTTP server and the
/// authorizer, to where there is something to break.
///
/// @param bytes all of it
/// @param method as it stands there
/// @param body its last part, before it was cut into chunks
record HostileRequest(byte[] bytes, String method, byte[] body) {
  private static final List<String> METHODS =
      List.of(
          "GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "get", "X");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-8",
          "text/plain",
          "TEXT/x",
          "",
          "application/octet-stream",
          "multipart/form-data",
          "application/x-www-form-urlencoded");

  /// Whether an answer may be another request's, of the same sender.
  boolean isIdempotent() {
    return new String(bytes, StandardCharsets.UTF_8).contains("\r\nIdempotency-Key: ");
  }

  /// Makes them.
  ///
  /// @param people with tokens, one each
  record Factory(List<Person> people, List<String> tokens, List<UUID> groups) {
    HostileRequest any(Random random) {
      var who = random.nextInt(people.size());
      var kind = random.nextInt(10);
      var post = kind < 5;
      var method =
          random.nextInt(12) == 0 ? HostileText.of(random, METHODS) : post ? "POST" : "GET";
      var target =
          post ? "/api/messages" : kind < 9 ? list(random, people.get(who).sub()) : profile(random);
      if (random.nextInt(15) == 0) {
        target = HostileText.encoded(random, target);
      }
      var head =
          new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\n".formatted(method, target));
      head.append("Authorization: Bearer ").append(token(random, who)).append("\r\n");
      headers(random, head);
      var body = post || random.nextInt(10) == 0 ? body(random) : new byte[0];
      return new HostileRequest(whole(random, head, body), method, body);
    }

    private String token(Random random, int who) {
      var token = tokens.get(who);
      return random.nextInt(25) == 0 ? HostileToken.any(random, token) : token;
    }

    private byte[] body(Random random) {
      return random.nextInt(5_000) == 0
          ? HostileBody.huge(random)
          : new HostileBody(groups, people.stream().map(Person::handle).toList()).any(random);
    }

    private String list(Random random, String sub) {
      var group = HostileText.of(random, groups).toString();
      var plain =
          random.nextInt(3) == 0
              ? "/api/message_groups"
              : "/api/messages/"
                  + (random.nextInt(8) == 0 ? group.toUpperCase(Locale.ROOT) : group);
      var path =
          random.nextInt(12) == 0
              ? "/api/messages/" + HostileText.encoded(random, HostileText.any(random))
              : plain;
      var year =
          random.nextInt(4) == 0 ? HostileText.of(random, List.of("2026", "0000", "9999")) : "";
      var query = new StringBuilder(year.isEmpty() ? "?" : "?year=" + year + "&");
      if (random.nextInt(2) == 0) {
        query
            .append("cursor=")
            .append(HostileText.encoded(random, HostileCursor.any(random, path, year, sub)))
            .append('&');
      }
      while (random.nextInt(3) == 0) {
        query
            .append(HostileText.of(random, List.of("limit", "year", "cursor", "%6cimit", "x", "")))
            .append('=')
            .append(
                HostileText.encoded(
                    random,
                    random.nextBoolean() ? random.nextInt(-1, 102) + "" : HostileText.any(random)))
            .append('&');
      }
      return path + query;
    }

    private String profile(Random random) {
      var handle =
          random.nextInt(3) == 0
              ? HostileText.of(random, people).handle()
              : HostileText.sized(random);
      return "/api/users/" + HostileText.encoded(random, "@" + handle) + "/short";
    }

    private static void headers(Random random, StringBuilder head) {
      if (random.nextInt(3) > 0) {
        head.append("Content-Type: ").append(HostileText.of(random, TYPES)).append("\r\n");
      }
      if (random.nextInt(3) == 0) {
        var key = HostileText.sized(random).replaceAll("[\\x00\\r\\n]", "k");
        head.append("Idempotency-Key: ").append(key).append("\r\n");
      }
      while (random.nextInt(4) == 0) {
        head.append(
                HostileText.of(
                    random,
                    List.of(
                        "Cookie",
                        "Origin",
                        "X-Amzn-Trace-Id",
                        "Authorization2",
                        "Accept",
                        "X-Forwarded-For",
                        "Content-Encoding")))
            .append(": ")
            .append(HostileText.any(random).replaceAll("[\\x00\\r\\n]", ""))
            .append("\r\n");
      }
    }

    private static byte[] whole(Random random, StringBuilder head, byte[] body) {
      var bytes = new ByteArrayOutputStream();
      var chunked = body.length > 0 && random.nextInt(10) == 0;
      if (chunked) {
        head.append("Transfer-Encoding: chunked\r\n\r\n%x\r\n".formatted(body.length));
      } else {
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
      }
      bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(body);
      if (chunked) {
        bytes.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      return bytes.toByteArray();
    }
  }
}
