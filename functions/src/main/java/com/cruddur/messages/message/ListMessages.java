package com.cruddur.messages.message;

import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.user.UserDirectory;
import java.util.UUID;

/// Pattern A: the messages of a conversation, for its members only.
public final class ListMessages {
  private final UserDirectory users;
  private final ConversationRepository conversations;
  private final MessageRepository messages;

  public ListMessages(
      UserDirectory users, ConversationRepository conversations, MessageRepository messages) {
    this.users = users;
    this.conversations = conversations;
    this.messages = messages;
  }

  /// A page of the conversation, oldest first.
  ///
  /// @throws RefusedException `message_group_not_found` when there is none, and also when the
  ///     caller is no member of it
  public Page<Message> list(String sub, UUID groupUuid, PageRequest page) {
    users
        .byCognitoUserId(sub)
        .filter(user -> conversations.isMember(groupUuid, user.uuid()))
        .orElseThrow(() -> new RefusedException(ErrorCode.MESSAGE_GROUP_NOT_FOUND));
    return messages.page(groupUuid, page);
  }
}
