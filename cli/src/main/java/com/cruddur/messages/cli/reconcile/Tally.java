package com.cruddur.messages.cli.reconcile;

import java.util.EnumMap;
import java.util.Map;

/// What was looked at, and what was found. Safe for use by several threads.
final class Tally {
  private final Map<Kind, Long> found = new EnumMap<>(Kind.class);
  private long rows;
  private long groups;
  private long inboxRows;
  private long mended;
  private long left;

  synchronized void addRows(long more) {
    rows += more;
  }

  synchronized void addGroup() {
    groups++;
  }

  synchronized void addInboxRow() {
    inboxRows++;
  }

  synchronized void add(Finding finding) {
    found.merge(finding.problem().kind(), 1L, Long::sum);
    switch (finding.outcome()) {
      case MENDED -> mended++;
      case FOUND, LEFT -> left++;
    }
  }

  /// Rows of any kind.
  synchronized long rows() {
    return rows;
  }

  /// Conversations with a message.
  synchronized long groups() {
    return groups;
  }

  /// Rows in inboxes.
  synchronized long inboxRows() {
    return inboxRows;
  }

  /// How many problems of the kind were there.
  synchronized long found(Kind kind) {
    return found.getOrDefault(kind, 0L);
  }

  /// How many of them are not there any more.
  synchronized long mended() {
    return mended;
  }

  /// How many of them are still there.
  synchronized long left() {
    return left;
  }
}
