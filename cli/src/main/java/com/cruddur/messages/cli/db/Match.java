package com.cruddur.messages.cli.db;

import com.cruddur.messages.cli.cognito.PoolUser;
import java.util.Optional;

/// Somebody in the user pool, and what comes of it.
///
/// @param row the one that is the user's, or becomes it, as it was
/// @param hint for whoever has to decide; may be empty
record Match(PoolUser user, Outcome outcome, Optional<UserRow> row, String hint) {
  static Match of(PoolUser user, Outcome outcome, String hint) {
    return new Match(user, outcome, Optional.empty(), hint);
  }

  static Match of(PoolUser user, Outcome outcome, UserRow row, String hint) {
    return new Match(user, outcome, Optional.of(row), hint);
  }
}
