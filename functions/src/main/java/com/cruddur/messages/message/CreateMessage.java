package com.cruddur.messages.message;

import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.user.UserDirectory;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Pattern C: a message into a conversation that is there.
public final class CreateMessage {
  private final UserDirectory users;
  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public CreateMessage(
      UserDirectory users,
      ConversationRepository conversations,
      MessageRepository messages,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.users = users;
    this.conversations = conversations;
    this.messages = messages;
    this.clock = clock;
    this.ids = ids;
  }

  /// Sends `text` to the conversation, unless `key` has been used before.
  ///
  /// @throws RefusedException `sender_not_found`; `message_group_not_found` when there is none, and
  ///     also when the sender is no member of it
  public CreateMessageResult create(
      String sub, UUID groupUuid, MessageText text, Optional<IdempotencyKey> key) {
    var sender =
        users
            .byCognitoUserId(sub)
            .orElseThrow(() -> new RefusedException(ErrorCode.SENDER_NOT_FOUND));
    var now = Timestamp.of(clock.instant());
    if (!conversations.isMember(groupUuid, sender.uuid())) {
      return messages
          .sentBefore(sender.uuid(), key, now)
          .orElseThrow(() -> new RefusedException(ErrorCode.MESSAGE_GROUP_NOT_FOUND));
    }
    return messages.append(new Message(groupUuid, ids.get(), now, sender, text.value()), key);
  }
}
