package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.InboxRow;
import com.cruddur.messages.table.InboxRows;
import com.cruddur.messages.table.MessagesTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Rows of conversations without a message.
final class OrphanCheck {
  private static final int ATTEMPTS = 8;
  private static final String STILL_OPEN =
      "the two can go on in it, which puts the row right; to end it, delete its MBR# and PAIR#"
          + " rows";

  private final InboxRepository inboxes;
  private final InboxRows stored;
  private final RowReader rowReader;
  private final MessageReader messages;
  private final Duration settle;
  private final InstantSource clock;
  private final Optional<Mender> mender;
  private final Backup backup;

  // The rows of one conversation lie in several inboxes, and those in several segments.
  private final ReentrantLock one = new ReentrantLock();

  /// @param settle how long a conversation that is being opened may lack its first message
  /// @param mender for conversations that get a message while their rows are removed; empty when
  ///     nothing is to be removed
  OrphanCheck(
      MessagesTable table,
      Duration settle,
      InstantSource clock,
      Optional<Mender> mender,
      Backup backup) {
    this.inboxes = new InboxRepository(table);
    this.stored = new InboxRows(table);
    this.rowReader = new RowReader(table);
    this.messages = new MessageReader(table);
    this.settle = settle;
    this.clock = clock;
    this.mender = mender;
    this.backup = backup;
  }

  /// What is wrong with the conversation of a row whose message is not where the row says.
  List<Finding> check(InboxRow row) {
    var group = row.groupUuid().orElseThrow();
    if (messages.any(group) || isYoung(row)) {
      return List.of();
    }
    one.lock();
    try {
      var rows = rows(row, group);
      // A second time, after the rows: with its first message a conversation gets them.
      if (messages.any(group)) {
        return List.of();
      }
      if (mender.isEmpty()) {
        return found(row, rows, Problem::found);
      }
      // Its pair would go on in it, unseen, if its rows were gone.
      return stored.members(group).isEmpty()
          ? removed(group, row, rows)
          : found(row, rows, problem -> problem.left(STILL_OPEN));
    } finally {
      one.unlock();
    }
  }

  /// A problem that is only reported.
  Finding untouched(Problem problem) {
    return mender.isEmpty()
        ? problem.found()
        : problem.left("nobody can say whose it is: mend or delete it by hand");
  }

  private boolean isYoung(InboxRow row) {
    // Also a little ahead of our clock.
    var age = Duration.between(row.lastMessageAt(), clock.instant()).abs();
    return age.compareTo(settle) < 0;
  }

  private Map<String, List<InboxRow>> rows(InboxRow row, UUID group) {
    var rows = rowReader.indexed(group);
    rows.computeIfAbsent(row.owner(), owner -> stored.of(owner, group));
    rows.values().removeIf(List::isEmpty);
    return rows;
  }

  // One finding an inbox, when its first row is met.
  private static List<Finding> found(
      InboxRow row, Map<String, List<InboxRow>> rows, Function<Problem, Finding> finding) {
    return rows.getOrDefault(row.owner(), List.of()).stream()
        .map(InboxRow::sk)
        .sorted()
        .findFirst()
        .filter(row.sk()::equals)
        .map(_ -> List.of(finding.apply(problem(row.owner(), rows))))
        .orElse(List.of());
  }

  private static Problem problem(String inbox, Map<String, List<InboxRow>> rows) {
    var those = rows.get(inbox);
    var group = those.getFirst().groupUuid().orElseThrow();
    return new Problem(
        Kind.ORPHANED, inbox, group.toString(), those, "the conversation has no message");
  }

  // All rows at once: whoever sends into the conversation meanwhile, as anybody may while a row
  // names him, is met by the look after the last one is gone, and all are put back.
  private List<Finding> removed(UUID group, InboxRow row, Map<String, List<InboxRow>> found) {
    var gone = new ArrayList<InboxRow>();
    var left = found;
    for (var attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
      for (var one : left.values().stream().flatMap(List::stream).toList()) {
        backup.add(one);
        if (inboxes.remove(one)) {
          gone.add(one);
        }
      }
      var message = messages.newest(group, Instant.MAX).newest();
      if (message.isPresent()) {
        gone.forEach(one -> inboxes.restore(one, message.get()));
        mender.orElseThrow().mend(new Seen(group));
        return List.of();
      }
      left = rows(row, group);
    }
    var stillThere = left.keySet();
    return found.keySet().stream()
        .map(
            inbox ->
                stillThere.contains(inbox)
                    ? problem(inbox, found).left("it kept changing: run it again")
                    : problem(inbox, found).mended())
        .toList();
  }
}
