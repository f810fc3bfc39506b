package com.cruddur.messages.local.gateway;

import com.cruddur.messages.local.web.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A function's response of payload format 2.0 as the HTTP answer that API Gateway makes of it.
record FunctionResponse(Map<?, ?> json) {
  HttpAnswer toAnswer() {
    var headers = new LinkedHashMap<String, List<String>>();
    headers.put("content-type", List.of("application/json"));
    if (json.get("headers") instanceof Map<?, ?> given) {
      given.forEach(
          (name, value) ->
              headers.put(
                  name.toString().toLowerCase(Locale.ROOT), List.of(String.valueOf(value))));
    }
    if (json.get("cookies") instanceof List<?> cookies) {
      headers.put("set-cookie", cookies.stream().map(String::valueOf).toList());
    }
    return new HttpAnswer((Integer) json.get("statusCode"), headers, body());
  }

  private byte[] body() {
    var text = Objects.requireNonNullElse(json.get("body"), "").toString();
    return Boolean.TRUE.equals(json.get("isBase64Encoded"))
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }
}
