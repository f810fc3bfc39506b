package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.table.InboxRow;
import com.cruddur.messages.table.InboxRows;
import com.cruddur.messages.table.MessagesTable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Reads all that there is of a conversation, strongly consistent.
final class ConversationReader {
  private final InboxRows inboxes;
  private final RowReader rowReader;
  private final MessageReader messageReader;

  ConversationReader(MessagesTable table) {
    this.inboxes = new InboxRows(table);
    this.rowReader = new RowReader(table);
    this.messageReader = new MessageReader(table);
  }

  /// The conversation now.
  ///
  /// Its rows are read before its messages: a row that shows something newer than the newest
  /// message read after it shows what was never sent.
  ///
  /// @param settled how far back its messages are wanted at least
  Conversation read(Seen seen, Instant settled) {
    return read(seen, seen.senders(), settled);
  }

  private Conversation read(Seen seen, Set<String> senders, Instant settled) {
    var group = seen.groupUuid();
    // Before the rows: where adopt gives a conversation both, no row is missed that it puts back.
    var memberships = inboxes.members(group).stream().filter(Uuids::isCanonical).toList();
    // A single one is half of what there should be: nobody may lose a row over it.
    var areComplete = memberships.size() >= 2;
    var known = new LinkedHashSet<>(memberships);
    if (!areComplete) {
      known.addAll(senders);
    }
    var rows = rows(group, known);
    var messages = messages(seen, settled);
    var named = named(rows);
    var sent = new LinkedHashSet<>(senders);
    messages.all().stream()
        .flatMap(message -> Uuids.canonical(Optional.ofNullable(message.senderUuid())).stream())
        .forEach(sent::add);
    if (!areComplete && named.size() < 2 && !senders.containsAll(sent)) {
      // Somebody else has sent something meanwhile, whose inbox was not looked into.
      return read(seen, sent, settled);
    }
    // Ours have a membership for every member. In one of the Python service those are members whom
    // its rows name, as with pattern A; who sent something counts only where rows are lost.
    var members = new LinkedHashSet<>(memberships);
    if (!areComplete) {
      members.addAll(named);
    }
    if (members.size() < 2) {
      members.addAll(sent);
    }
    var areKnown = areComplete || named.size() >= 2 || members.size() == 2;
    return new Conversation(group, members, areKnown, rows, messages);
  }

  // What the index shows, what its rows name, and who is known otherwise.
  private Map<String, List<InboxRow>> rows(UUID group, Collection<String> known) {
    var rows = new LinkedHashMap<>(rowReader.indexed(group));
    rows.keySet().removeIf(owner -> !Uuids.isCanonical(owner));
    var looked = new LinkedHashSet<>(rows.keySet());
    var open = new ArrayDeque<>(named(rows));
    open.addAll(known);
    while (!open.isEmpty()) {
      var owner = open.remove();
      if (looked.add(owner)) {
        var found = inboxes.of(owner, group);
        if (!found.isEmpty()) {
          rows.put(owner, found);
          found.forEach(row -> Uuids.canonical(row.other()).ifPresent(open::add));
        }
      }
    }
    return rows;
  }

  private static Set<String> named(Map<String, List<InboxRow>> rows) {
    var named = new LinkedHashSet<>(rows.keySet());
    rows.values().stream()
        .flatMap(List::stream)
        .flatMap(row -> Uuids.canonical(row.other()).stream())
        .forEach(named::add);
    return named;
  }

  // The newest by time need not be among the last by the letters of the key. The scan has seen it.
  private Messages messages(Seen seen, Instant settled) {
    var messages = messageReader.newest(seen.groupUuid(), settled);
    return Stream.of(seen.newest())
        .flatMap(Optional::stream)
        .filter(known -> messages.newest().map(newest -> isAfter(known, newest)).orElse(true))
        .filter(messageReader::isThere)
        .findFirst()
        .map(messages::with)
        .orElse(messages);
  }

  private static boolean isAfter(NewMessage one, NewMessage other) {
    return one.createdAt().isAfter(other.createdAt());
  }
}
