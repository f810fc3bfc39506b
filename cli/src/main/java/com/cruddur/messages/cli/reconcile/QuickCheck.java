package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.table.InboxRow;
import com.cruddur.messages.table.InboxRows;
import com.cruddur.messages.table.MessagesTable;
import java.time.Instant;
import java.util.stream.Collectors;

/// Whether a conversation looks as nearly all do: two members who name each other, each with one
/// row, which shows the newest message. One query of the index, half a read unit.
final class QuickCheck {
  // Whatever the scan has seen is to be shown: what may be on its way is looked at closer.
  private static final Judgement STRICT = new Judgement(Instant.MAX);

  private final InboxRows inboxes;

  QuickCheck(MessagesTable table) {
    this.inboxes = new InboxRows(table);
  }

  /// False where something may be wrong.
  boolean isFine(Seen seen) {
    var rows =
        inboxes.indexed(seen.groupUuid()).stream().collect(Collectors.groupingBy(InboxRow::owner));
    var messages = new Messages(seen.newest().stream().toList());
    return InboxRows.isPair(rows)
        && rows.keySet().stream().allMatch(Uuids::isCanonical)
        && rows.keySet().containsAll(seen.senders())
        && STRICT
            .of(new Conversation(seen.groupUuid(), rows.keySet(), true, rows, messages))
            .isEmpty();
  }
}
