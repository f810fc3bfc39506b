package com.cruddur.messages.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// How paths and queries are decoded on their way into an event.
final class PercentCoding {
  private PercentCoding() {}

  /// A path or a segment of one; `+` stands for itself there.
  static String decodePath(String text) {
    return decode(text.replace("+", "%2B"));
  }

  /// The parameters of a query, in their order; of one given twice the values are joined by commas.
  static Map<String, String> decodeQuery(String rawQuery) {
    var parameters = new LinkedHashMap<String, String>();
    for (var part : rawQuery.split("&")) {
      if (!part.isEmpty()) {
        var equals = part.indexOf('=');
        var name = equals < 0 ? part : part.substring(0, equals);
        var value = equals < 0 ? "" : part.substring(equals + 1);
        parameters.merge(decode(name), decode(value), (a, b) -> a + "," + b);
      }
    }
    return parameters;
  }

  // What is not percent-encoded properly stays as it is.
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
