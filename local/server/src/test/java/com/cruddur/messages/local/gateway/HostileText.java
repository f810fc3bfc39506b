package com.cruddur.messages.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Texts that programs have stumbled over, in the places where a caller may put any text.
final class HostileText {
  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "\t",
          "a",
          "0",
          "-1",
          "1e309",
          "null",
          "true",
          "NaN",
          "\"",
          "\\",
          "'",
          "--",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "#",
          "MSG#",
          "GRP#",
          "@",
          "/",
          "..",
          "%",
          "%s",
          "${x}",
          "\u0000",
          "\u0001",
          "\u0085",
          "\u00a0",
          "\u200b",
          "\u202e",
          "\u2028",
          "\ufeff",
          "\ufffe",
          "é",
          "\u0301",
          "İ",
          "ß",
          "\ud83d\ude00",
          "\ud83d\udc69\u200d\ud83d\udc67",
          "\ud800",
          "\udfff",
          "2026-05-04T10:00:00.123456+00:00",
          "9999-12-31T23:59:59.999999+00:00",
          "<script>");

  // https://www.rfc-editor.org/rfc/rfc3986#section-2; others the HTTP server refuses.
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,;:@/";

  private HostileText() {}

  /// A short text, which may have half a surrogate pair in it.
  static String any(Random random) {
    var text = new StringBuilder();
    var pieces = random.nextInt(5);
    for (var i = 0; i < pieces; i++) {
      text.append(of(random, PIECES));
    }
    return text.toString();
  }

  /// A text of some length up to a few thousand characters.
  static String sized(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "x".repeat(random.nextInt(3_000));
      case 1 -> "\ud83d\ude00".repeat(1_022 + random.nextInt(5));
      case 2 -> "é".repeat(1_022 + random.nextInt(5));
      case 3 -> "\u0000".repeat(1 + random.nextInt(1_024));
      default -> any(random);
    };
  }

  /// The same in a path or a query: properly encoded, or not.
  static String encoded(Random random, String text) {
    var encoded = new StringBuilder();
    var rate = random.nextInt(3);
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      var plain = b > 0x20 && b < 0x7f && (random.nextInt(200) == 0 || PLAIN.indexOf(b) >= 0);
      if (plain && random.nextInt(3) >= rate) {
        encoded.append((char) b);
      } else {
        encoded.append("%%%02x".formatted(b & 0xff));
      }
    }
    if (random.nextInt(8) == 0) {
      encoded.append(
          of(
              random,
              List.of("%", "%0", "%zz", "%c0%af", "%ed%a0%80", "%00", "%ff", "+", "//", "/.")));
    }
    return encoded.toString();
  }

  /// One of the choices.
  static <T> T of(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
