package com.cruddur.messages.testing;

import java.util.Map;

/// What a user pool calls its triggers with, as much as matters.
public final class CognitoEvent {
  private CognitoEvent() {}

  /// @param source `PostConfirmation_ConfirmSignUp` and the like
  public static Map<String, Object> of(String source, Map<String, String> userAttributes) {
    return Map.of(
        "triggerSource",
        source,
        "userName",
        "somebody",
        "request",
        Map.of("userAttributes", userAttributes),
        "response",
        Map.of());
  }
}
