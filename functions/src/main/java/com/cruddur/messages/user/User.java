package com.cruddur.messages.user;

import java.util.Objects;
import java.util.UUID;

/// Somebody who can send and receive messages.
///
/// @param uuid the id in `public.users`; null where a row does not say
/// @param handle the name after the `@`
/// @param displayName the name people read
public record User(UUID uuid, String handle, String displayName) {
  public User {
    Objects.requireNonNull(handle);
    Objects.requireNonNull(displayName);
  }
}
