package com.cruddur.messages.local.signin;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The fields of a query or of a posted form.
record Form(Map<String, String> fields) {
  /// Reads `name=value&…`; null is a form without fields.
  static Form parse(String encoded) {
    var fields = new LinkedHashMap<String, String>();
    for (var part : Optional.ofNullable(encoded).orElse("").split("&")) {
      var equals = part.indexOf('=');
      if (equals > 0) {
        fields.put(decode(part.substring(0, equals)), decode(part.substring(equals + 1)));
      }
    }
    return new Form(fields);
  }

  /// A field, empty when it is not there.
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /// The same form with a field set.
  Form with(String name, String value) {
    var more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new Form(more);
  }

  String encode() {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
