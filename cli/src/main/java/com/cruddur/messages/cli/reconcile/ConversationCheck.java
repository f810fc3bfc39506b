package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.table.MessagesTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What is really wrong with a conversation, after the table itself.
final class ConversationCheck {
  private final ConversationReader reader;
  private final Duration settle;
  private final InstantSource clock;
  private final Optional<Mender> mender;

  /// @param settle how long a message may take into the inboxes
  /// @param mender mends what is found; empty to leave it
  ConversationCheck(
      MessagesTable table, Duration settle, InstantSource clock, Optional<Mender> mender) {
    this.reader = new ConversationReader(table);
    this.settle = settle;
    this.clock = clock;
    this.mender = mender;
  }

  /// Everything that two readings, one after the other, agree on. What only one of them has shown
  /// was on its way.
  List<Finding> check(Seen seen) {
    var suspected = problems(seen);
    if (suspected.isEmpty()) {
      return List.of();
    }
    var confirmed =
        problems(seen).stream().filter(now -> suspected.stream().anyMatch(now::isLike)).toList();
    if (confirmed.isEmpty() || mender.isEmpty()) {
      return confirmed.stream().map(Problem::found).toList();
    }
    var mended = mender.get().mend(seen);
    var left = mended.isClean() ? List.<Problem>of() : problems(seen);
    return confirmed.stream()
        .map(
            problem ->
                left.stream().anyMatch(other -> other.inbox().equals(problem.inbox()))
                    ? problem.left(mended.advice())
                    : problem.mended())
        .toList();
  }

  private List<Problem> problems(Seen seen) {
    var settled = clock.instant().minus(settle);
    return new Judgement(settled).of(reader.read(seen, settled));
  }
}
