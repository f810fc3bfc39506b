package com.cruddur.messages.message;

import java.util.Objects;
import java.util.UUID;

/// What the stream says of a message that was written: as much as the inboxes need.
///
/// @param groupUuid its conversation
/// @param createdAt when it was sent
/// @param senderUuid who sent it, as stored; null when the row does not say
/// @param text what the inboxes will show
public record NewMessage(UUID groupUuid, Timestamp createdAt, String senderUuid, String text) {
  public NewMessage {
    Objects.requireNonNull(groupUuid);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(text);
  }

  // Without the text, which must reach no log.
  @Override
  public String toString() {
    return "NewMessage[" + groupUuid + ", " + createdAt + "]";
  }
}
