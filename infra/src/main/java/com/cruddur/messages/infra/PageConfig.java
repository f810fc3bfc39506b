package com.cruddur.messages.infra;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.Stack;

/// What the page has to know about where it runs; `frontend/src/settings.ts` reads it.
///
/// @param apiUrl without a slash at its end
record PageConfig(TokenIssuer issuer, String apiUrl) {
  /// @param stack in the region of all of it
  Map<String, String> toMap(Stack stack) {
    var config = new LinkedHashMap<String, String>();
    config.put("issuer", issuer.url(stack));
    config.put("client_id", issuer.clientIds().getFirst());
    config.put("api", apiUrl);
    return config;
  }
}
