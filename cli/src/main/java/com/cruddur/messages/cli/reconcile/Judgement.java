package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.InboxRow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds the inbox rows of a conversation against its messages.
///
/// @param settled what was sent by then has to be in every inbox; what was sent later may be on
///     its way there
record Judgement(Instant settled) {
  /// Everything that is wrong, one problem an inbox at most.
  List<Problem> of(Conversation conversation) {
    var problems = new ArrayList<Problem>();
    if (conversation.messages().newest().isEmpty()) {
      // Seen from its inboxes; see OrphanCheck.
      return problems;
    }
    Stream.concat(
            conversation.members().stream(),
            conversation.rows().keySet().stream()
                .filter(owner -> !conversation.members().contains(owner)))
        .forEach(inbox -> problem(inbox, conversation).ifPresent(problems::add));
    return problems;
  }

  private Optional<Problem> problem(String inbox, Conversation conversation) {
    var rows = conversation.rows().getOrDefault(inbox, List.of());
    if (rows.isEmpty()) {
      // A conversation that is being opened just now may show its message first.
      return conversation
          .messages()
          .upTo(settled)
          .map(_ -> problem(Kind.MISSING, inbox, conversation, "a member has no row"));
    }
    if (!conversation.members().contains(inbox)) {
      return Optional.of(problem(Kind.ORPHANED, inbox, conversation, "the owner is no member"));
    }
    if (rows.size() > 1) {
      return Optional.of(
          problem(Kind.DOUBLED, inbox, conversation, "%d rows".formatted(rows.size())));
    }
    var row = rows.getFirst();
    return stale(row, conversation.messages())
        .map(why -> problem(Kind.STALE, inbox, conversation, why))
        .or(
            () ->
                isCanonical(row.sk())
                    ? Optional.empty()
                    : Optional.of(
                        problem(
                            Kind.KEY_FORM,
                            inbox,
                            conversation,
                            "the sort key is in another form")));
  }

  private static Problem problem(Kind kind, String inbox, Conversation conversation, String why) {
    return new Problem(
        kind,
        inbox,
        conversation.uuid().toString(),
        conversation.rows().getOrDefault(inbox, List.of()),
        why);
  }

  private Optional<String> stale(InboxRow row, Messages messages) {
    var shown = row.lastMessageAt();
    var due = messages.upTo(settled).map(NewMessage::createdAt).map(Timestamp::instant);
    if (due.filter(shown::isBefore).isPresent()) {
      return Optional.of("shows an older message than the newest");
    }
    if (!messages.hasAt(shown)) {
      return Optional.of("shows a time at which nothing was sent");
    }
    if (!messages.has(shown, row.message())) {
      return Optional.of("shows another text than the message's");
    }
    return stands(row, shown)
        ? Optional.empty()
        : Optional.of("does not stand at its last message's time");
  }

  // At its message's time, or a little behind it, where rows of other conversations held the places
  // when it came. They may have gone since: a row does not move up.
  private static boolean stands(InboxRow row, Instant shown) {
    try {
      var behind = Duration.between(shown, Timestamp.parse(row.sk()).instant());
      return !behind.isNegative()
          && behind.compareTo(Duration.of(InboxRow.MAX_GIVEN_WAY, ChronoUnit.MICROS)) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isCanonical(String sk) {
    return Timestamp.parse(sk).canonical().stored().equals(sk);
  }
}
