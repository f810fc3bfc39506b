package com.cruddur.messages.message;

import com.cruddur.messages.user.User;
import java.util.Objects;
import java.util.UUID;

/// A message of a conversation.
///
/// @param groupUuid the conversation
/// @param uuid its own id
/// @param createdAt when it was sent; its place in the conversation
/// @param sender as the sender was called then
/// @param text as it was typed
public record Message(UUID groupUuid, UUID uuid, Timestamp createdAt, User sender, String text) {
  public Message {
    Objects.requireNonNull(groupUuid);
    Objects.requireNonNull(uuid);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(sender);
    Objects.requireNonNull(text);
  }

  /// The same message at another time.
  public Message at(Timestamp time) {
    return new Message(groupUuid, uuid, time, sender, text);
  }

  /// The same message in another conversation.
  public Message into(UUID otherGroupUuid) {
    return new Message(otherGroupUuid, uuid, createdAt, sender, text);
  }

  // Without the text, which must reach no log.
  @Override
  public String toString() {
    return "Message[" + groupUuid + ", " + uuid + ", " + createdAt + "]";
  }
}
