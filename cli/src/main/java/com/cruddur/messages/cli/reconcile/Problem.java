package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.table.InboxRow;
import java.util.List;

/// What is wrong with a conversation in an inbox.
///
/// @param inbox whose it is: the partition key without its prefix
/// @param group the conversation, as stored
/// @param rows of the conversation in that inbox; none when it is missing
/// @param why in words
record Problem(Kind kind, String inbox, String group, List<InboxRow> rows, String why) {
  boolean isLike(Problem other) {
    return kind == other.kind && inbox.equals(other.inbox) && group.equals(other.group);
  }

  Finding found() {
    return new Finding(this, Finding.Outcome.FOUND, "");
  }

  Finding mended() {
    return new Finding(this, Finding.Outcome.MENDED, "");
  }

  /// @param advice what the operator can do
  Finding left(String advice) {
    return new Finding(this, Finding.Outcome.LEFT, advice);
  }
}
