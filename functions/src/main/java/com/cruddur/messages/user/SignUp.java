package com.cruddur.messages.user;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Who signed up. A handle is part of addresses and stands beside every message: its letters look
/// like no others.
///
/// @param cognitoUserId the `sub` of the user's tokens
/// @param handle the name after the `@`
/// @param displayName the name people read
/// @param email reaches the users' table and nothing else
public record SignUp(String cognitoUserId, String handle, String displayName, String email) {
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  /// A sign-up out of the user attributes of Cognito. Who gave no name is called by the handle.
  /// NUL is left out of a name: Postgres cannot store it.
  ///
  /// @throws IllegalArgumentException when `sub`, `preferred_username` or `email` is missing, or no
  ///     handle is one
  public static SignUp of(Map<String, String> attributes) {
    var handle = handle(attributes);
    var name = Objects.requireNonNullElse(attributes.get("name"), "").replace("\0", "");
    return new SignUp(
        required(attributes, "sub"),
        handle,
        name.isBlank() ? handle : name,
        required(attributes, "email"));
  }

  /// The handle that a sign-up asks for.
  ///
  /// @throws IllegalArgumentException when it is missing or none
  public static String handle(Map<String, String> attributes) {
    var handle = required(attributes, "preferred_username");
    if (!HANDLE.matcher(handle).matches()) {
      throw new IllegalArgumentException(
          "A handle has 1 to 64 letters (a to z), digits, dots, hyphens or underscores."
              + " Please choose another one.");
    }
    return handle;
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
