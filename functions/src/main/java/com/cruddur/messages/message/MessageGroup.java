package com.cruddur.messages.message;

import com.cruddur.messages.user.User;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A conversation as it stands in one member's inbox.
///
/// @param uuid the conversation
/// @param member whose inbox it is
/// @param lastMessageAt when its newest message was sent; its place in the inbox
/// @param other whom the member talks to
/// @param lastMessage the newest message's text
public record MessageGroup(
    UUID uuid, UUID member, Timestamp lastMessageAt, User other, String lastMessage) {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public MessageGroup {
    Objects.requireNonNull(uuid);
    Objects.requireNonNull(member);
    Objects.requireNonNull(lastMessageAt);
    Objects.requireNonNull(other);
    Objects.requireNonNull(lastMessage);
  }

  /// Reads the id of a conversation as callers write it, in either case; empty when it is no UUID
  /// in full.
  public static Optional<UUID> parseUuid(String text) {
    // UUID.fromString alone takes "1-1-1-1-1" too.
    return UUID_TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /// The same conversation at another place in the inbox.
  public MessageGroup at(Timestamp time) {
    return new MessageGroup(uuid, member, time, other, lastMessage);
  }

  // Without the text, which must reach no log.
  @Override
  public String toString() {
    return "MessageGroup[" + uuid + ", " + member + ", " + lastMessageAt + "]";
  }
}
