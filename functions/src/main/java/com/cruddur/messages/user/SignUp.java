package com.cruddur.messages.user;

import java.util.Map;

/// Who signed up.
///
/// @param cognitoUserId the `sub` of the user's tokens
/// @param handle the name after the `@`
/// @param displayName the name people read
/// @param email reaches the users' table and nothing else
public record SignUp(String cognitoUserId, String handle, String displayName, String email) {
  /// A sign-up out of the user attributes of Cognito. Who gave no name is called by the handle.
  ///
  /// @throws IllegalArgumentException when `sub`, `preferred_username` or `email` is missing
  public static SignUp of(Map<String, String> attributes) {
    var handle = required(attributes, "preferred_username");
    var name = attributes.get("name");
    return new SignUp(
        required(attributes, "sub"),
        handle,
        name == null || name.isBlank() ? handle : name,
        required(attributes, "email"));
  }

  private static String required(Map<String, String> attributes, String name) {
    var value = attributes.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "the sign-up has no " + name + ": the user pool must require this attribute");
    }
    return value;
  }

  // Without the e-mail address, which must reach no log.
  @Override
  public String toString() {
    return "SignUp[" + cognitoUserId + "]";
  }
}
