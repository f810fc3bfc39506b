package com.cruddur.messages.rehearsal;

import com.cruddur.messages.user.User;
import com.cruddur.messages.user.UserDirectory;
import java.util.Optional;
import java.util.UUID;

/// Knows everybody: whoever calls, a friend he has a conversation with, and strangers.
public final class WrittenDownUsers implements UserDirectory {
  static final UUID CALLER = UUID.fromString("7d9c4b52-13e8-4f0d-8a6e-92b7c5e3fb02");
  static final UUID FRIEND = UUID.fromString("2b0e3e1c-6f5a-4c39-9a53-0d4f8f1c7a01");
  private static final UUID STRANGER = UUID.fromString("c4a1f7de-0b9e-4d55-8a8c-5b1d1f0e9a03");

  @Override
  public Optional<User> byCognitoUserId(String cognitoUserId) {
    return Optional.of(new User(CALLER, "caller", "Caller"));
  }

  @Override
  public Optional<User> byHandle(String handle) {
    var uuid = handle.equals(RehearsalEvents.FRIEND) ? FRIEND : STRANGER;
    return Optional.of(new User(uuid, handle, handle));
  }
}
