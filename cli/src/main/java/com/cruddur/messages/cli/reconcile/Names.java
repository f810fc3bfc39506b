package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.user.User;
import java.util.Optional;
import java.util.UUID;

/// How people are called.
@FunctionalInterface
interface Names {
  /// Somebody, as he is or was called in that conversation.
  Optional<User> of(UUID user, UUID group);

  /// The same, and `others` for whom these do not know.
  default Names or(Names others) {
    return (user, group) -> of(user, group).or(() -> others.of(user, group));
  }
}
