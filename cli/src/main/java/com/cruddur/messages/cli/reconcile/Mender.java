package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.InboxRow;
import com.cruddur.messages.table.MessagesTable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Mends what is wrong with a conversation, an inbox at a time, each wholly or not at all.
///
/// It reads, changes under the condition that nothing has changed, and reads again until nothing is
/// wrong. So whoever comes in between, a message, pattern E, a lost row that pattern D puts back,
/// another operator, makes a change fail or is met at the next reading. Whoever of two puts a row
/// last reads after that, and merges both.
final class Mender {
  private static final int ATTEMPTS = 8;

  // Also what may be on its way: doing what pattern E is about to do harms nothing, and a row that
  // was not there when pattern E looked is moved by nobody else.
  private static final Judgement STRICT = new Judgement(Instant.MAX);

  private final InboxRepository inboxes;
  private final ConversationReader reader;
  private final Names names;
  private final Backup backup;

  Mender(MessagesTable table, Names names, Backup backup) {
    this.inboxes = new InboxRepository(table);
    this.reader = new ConversationReader(table);
    this.names = names;
    this.backup = backup;
  }

  /// How mending ended.
  ///
  /// @param advice empty when nothing is wrong any more
  record Result(String advice) {
    private static final Result CLEAN = new Result("");

    boolean isClean() {
      return advice.isEmpty();
    }
  }

  /// Mends the conversation.
  Result mend(Seen seen) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var now = reader.read(seen, Instant.MAX);
      var problems = STRICT.of(now);
      if (problems.isEmpty()) {
        return Result.CLEAN;
      }
      var advice = Optional.<String>empty();
      var tried = false;
      for (var problem : problems) {
        var impossible = mend(problem, now);
        tried |= impossible.isEmpty();
        advice = advice.or(() -> impossible);
      }
      if (!tried) {
        return new Result(advice.orElseThrow());
      }
    }
    return new Result("it kept changing: run it again");
  }

  // Why it is impossible; empty when it was tried.
  private Optional<String> mend(Problem problem, Conversation now) {
    var newest = now.messages().newest().orElseThrow();
    try {
      return switch (problem.kind()) {
        case MISSING -> restore(problem.inbox(), now, newest);
        case ORPHANED -> {
          problem.rows().forEach(this::remove);
          yield Optional.empty();
        }
        case DOUBLED, STALE, KEY_FORM -> {
          inboxes.rewrite(problem.rows(), newest);
          yield Optional.empty();
        }
        case UNREADABLE -> throw new IllegalStateException("no conversation has " + problem);
      };
    } catch (TransactionCanceledException e) {
      if (DynamoDb.mayRecover(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void remove(InboxRow row) {
    backup.add(row);
    inboxes.remove(row);
  }

  private Optional<String> restore(String inbox, Conversation now, NewMessage newest) {
    var other = now.areMembersKnown() ? other(inbox, now) : Optional.<String>empty();
    if (other.isEmpty()) {
      return Optional.of(
          "nobody knows who its members are: put a row MBR#%s / USER for each, run it again"
              .formatted(now.uuid()));
    }
    var user = names.of(UUID.fromString(other.get()), now.uuid());
    if (user.isEmpty()) {
      return Optional.of(
          "nobody knows how %s is called: set DATABASE_URL to a database that has that user"
              .formatted(other.get()));
    }
    var row =
        new MessageGroup(
            now.uuid(), UUID.fromString(inbox), newest.createdAt(), user.get(), newest.text());
    inboxes.restore(InboxRow.of(row), newest);
    return Optional.empty();
  }

  // Whom a member talks to: whoever of the others sent last, or any.
  private static Optional<String> other(String member, Conversation now) {
    return now.messages().all().stream()
        .sorted(Comparator.comparing(NewMessage::createdAt).reversed())
        .map(NewMessage::senderUuid)
        .filter(Objects::nonNull)
        .filter(sender -> now.members().contains(sender) && !sender.equals(member))
        .findFirst()
        .or(() -> now.members().stream().filter(other -> !other.equals(member)).findFirst());
  }
}
