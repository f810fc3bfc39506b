package com.cruddur.messages.handler;

import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.rehearsal.WrittenDownUsers;
import com.cruddur.messages.table.CopyingUserDirectory;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessagesTable;
import java.time.InstantSource;
import java.util.UUID;

/// A user who does not exist: what a function asks the real table about before a snapshot
/// ([SnapStart]). Nothing is his, and nothing is written but a copy of himself.
final class Nobody {
  /// The nil uuid, which nobody and nothing has.
  static final UUID ID = new UUID(0, 0);

  /// The subject of a token that no user pool issues.
  static final String SUB = ID.toString();

  private Nobody() {}

  /// Writes a copy of him beside the messages and finds it there. It is another one each time,
  /// because one that is there is not written, and soon deleted.
  static void copy(MessagesTable table) {
    var sub = SUB + "#" + UUID.randomUUID();
    var users = new WrittenDownUsers();
    for (var i = 0; i < 2; i++) {
      CopyingUserDirectory.beside(table, users, InstantSource.system()).byCognitoUserId(sub);
    }
  }

  /// Reads his inbox.
  static void inbox(MessagesTable table) {
    new InboxRepository(table).page(ID, PageRequest.newest(1));
  }
}
