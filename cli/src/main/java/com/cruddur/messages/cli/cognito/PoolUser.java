package com.cruddur.messages.cli.cognito;

import java.util.Optional;
import java.util.Set;

/// Somebody who can sign in.
///
/// @param sub the id, `users.cognito_user_id`
/// @param handle the `preferred_username`
/// @param status as Cognito calls it, `CONFIRMED`
public record PoolUser(String sub, Optional<String> handle, String status) {
  // What Cognito may call it one day is not among them.
  private static final Set<String> CONFIRMED =
      Set.of("CONFIRMED", "EXTERNAL_PROVIDER", "FORCE_CHANGE_PASSWORD", "RESET_REQUIRED");

  /// Whether anybody vouched for this account: the person with a code, an operator who made it, or
  /// another identity provider.
  public boolean isConfirmed() {
    return CONFIRMED.contains(status);
  }
}
