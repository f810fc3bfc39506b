package com.cruddur.messages.testing;

import com.cruddur.messages.user.User;
import java.util.UUID;

/// A user, with the subject he signs in with.
public record Person(UUID uuid, String handle, String displayName, String sub) {
  public User user() {
    return new User(uuid, handle, displayName);
  }
}
