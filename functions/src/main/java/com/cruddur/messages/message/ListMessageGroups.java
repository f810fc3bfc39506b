package com.cruddur.messages.message;

import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.user.UserDirectory;

/// Pattern B: the caller's inbox.
public final class ListMessageGroups {
  private final UserDirectory users;
  private final InboxRepository inboxes;

  public ListMessageGroups(UserDirectory users, InboxRepository inboxes) {
    this.users = users;
    this.inboxes = inboxes;
  }

  /// A page of the inbox, the conversation with the newest message first.
  ///
  /// @throws RefusedException `user_not_found` when the token's user is none of ours
  public Page<MessageGroup> list(String sub, PageRequest page) {
    var user =
        users
            .byCognitoUserId(sub)
            .orElseThrow(() -> new RefusedException(ErrorCode.USER_NOT_FOUND));
    return inboxes.page(user.uuid(), page);
  }
}
