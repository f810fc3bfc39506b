package com.cruddur.messages.local.gateway;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Bodies of `POST /api/messages`: good ones, nearly good ones, and no JSON at all.
///
/// @param groups conversations there are
/// @param handles people there are
record HostileBody(List<UUID> groups, List<String> handles) {
  private static final int MEGABYTE = 1_024 * 1_024;
  private static final int COLLIDING_BITS = 9;

  byte[] any(Random random) {
    var body =
        switch (random.nextInt(20)) {
          case 0 -> "";
          case 1 -> HostileText.any(random);
          case 2 -> deep(random);
          case 3 -> object(random) + HostileText.any(random);
          case 4 -> "\ufeff" + object(random);
          case 5 -> damaged(random, object(random));
          case 6 -> random.nextInt(10) == 0 ? colliding() : extreme(random);
          default -> object(random);
        };
    if (random.nextInt(500) == 0) {
      return body.getBytes(StandardCharsets.UTF_16);
    }
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(20) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  /// A body that is too long for a gateway, or nearly.
  static byte[] huge(Random random) {
    var size = 10 * MEGABYTE - 2 + random.nextInt(4);
    return ("{\"message\":\"" + "x".repeat(size - 14) + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  private String object(Random random) {
    var fields = new ArrayList<String>();
    if (random.nextInt(10) > 0) {
      fields.add("\"message\":" + value(random, HostileText.sized(random)));
    }
    if (random.nextInt(2) == 0) {
      var group = HostileText.of(random, groups).toString();
      fields.add(
          "\"message_group_uuid\":"
              + value(random, random.nextInt(4) == 0 ? group.toUpperCase() : group));
    } else {
      fields.add("\"handle\":" + value(random, HostileText.of(random, handles)));
    }
    while (random.nextInt(3) == 0) {
      fields.add(
          HostileText.of(
                  random,
                  List.of(
                      "\"message\"",
                      "\"m\\u0065ssage\"",
                      "\"handle\"",
                      "\"x\"",
                      "\"\"",
                      "\"__proto__\""))
              + ":"
              + value(random, HostileText.any(random)));
    }
    return "{" + String.join(",", fields) + "}";
  }

  private static String value(Random random, String text) {
    return switch (random.nextInt(12)) {
      case 0 ->
          HostileText.of(random, List.of("null", "1", "1e999999", "true", "{}", "[]", "[\"a\"]"));
      case 1 ->
          "\"" + HostileText.of(random, List.of("\\ud800", "\\udc00x", "\\u0000", "\\x")) + "\"";
      case 2 -> quoted(HostileText.any(random));
      default -> quoted(text);
    };
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  /// A JSON text of arrays or objects in each other, in the middle of which it may end.
  static String deep(Random random) {
    var depth = 1 << random.nextInt(17);
    return switch (random.nextInt(3)) {
      case 0 -> "[".repeat(depth);
      case 1 -> "{\"x\":".repeat(depth) + "1" + "}".repeat(depth);
      default -> "{\"message\":\"m\",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    };
  }

  // Beyond what JSON libraries take of a name or a number.
  private static String extreme(Random random) {
    var length = 1 << random.nextInt(18);
    return random.nextBoolean()
        ? "{\"message\":\"m\",\"" + "x".repeat(length) + "\":1}"
        : "{\"message\":\"m\",\"x\":" + "9".repeat(length) + "}";
  }

  // Names that all have one hash, in a table that multiplies by 33: 33 * 'A' + 'b' is
  // 33 * 'B' + 'A'.
  private static String colliding() {
    return IntStream.range(0, 1 << COLLIDING_BITS)
        .mapToObj(
            number ->
                IntStream.range(0, COLLIDING_BITS)
                    .mapToObj(bit -> (number >> bit & 1) == 0 ? "Ab" : "BA")
                    .collect(Collectors.joining("", "\"", "\":1")))
        .collect(Collectors.joining(",", "{\"message\":\"m\",", "}"));
  }

  private static String damaged(Random random, String json) {
    var at = random.nextInt(json.length());
    return random.nextBoolean()
        ? json.substring(0, at)
        : json.substring(0, at) + HostileText.any(random) + json.substring(at);
  }
}
