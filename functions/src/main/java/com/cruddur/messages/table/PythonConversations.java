package com.cruddur.messages.table;

import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.user.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The conversations that the Python service made: they have neither membership rows nor a pair
/// row. They are found by their inbox rows, and get those rows then, so that it costs a search
/// once.
final class PythonConversations {
  private static final int ATTEMPTS = 100;

  private final MessagesTable table;
  private final InboxRows inboxes;

  PythonConversations(MessagesTable table) {
    this.table = table;
    this.inboxes = new InboxRows(table);
  }

  /// Whether such a conversation has this member; who is found gets a membership row.
  ///
  /// The index may lag behind the table, but then the conversation has just moved, and stands at
  /// the newer end of the inbox. Of two members one may have lost his inbox row: the other's names
  /// him.
  boolean isMember(UUID groupUuid, UUID userUuid) {
    var rows = new ArrayList<>(inboxes.indexed(groupUuid));
    rows.addAll(inboxes.newest(userUuid.toString()));
    var members =
        rows.stream()
            .filter(row -> row.isOf(groupUuid))
            .flatMap(row -> Stream.concat(Stream.of(row.owner()), row.other().stream()))
            .flatMap(uuid -> MessageGroup.parseUuid(uuid).stream())
            .collect(Collectors.toSet());
    // Where somebody may be missing, no row is written that would shut him out.
    if (members.size() == 2 && members.contains(userUuid)) {
      table
          .enhanced()
          .transactWriteItems(
              transaction ->
                  members.forEach(
                      uuid ->
                          transaction.addPutItem(table.members(), new Member(groupUuid, uuid))));
    }
    return members.contains(userUuid);
  }

  /// Gives a conversation of the Python service the rows that ours have, and the inbox row it may
  /// have lost. That service did not keep a pair from opening two conversations: the one in use is
  /// the pair's.
  Optional<UUID> adopt(User one, User other) {
    var ofOne = inboxes.of(one.uuid().toString());
    var ofOther = inboxes.of(other.uuid().toString());
    var newest =
        Stream.concat(
                ofOne.stream().filter(row -> row.isWith(other.uuid())),
                ofOther.stream().filter(row -> row.isWith(one.uuid())))
            .filter(row -> row.groupUuid().isPresent())
            .max(
                Comparator.comparing(InboxRow::lastMessageAt)
                    .thenComparing(row -> row.groupUuid().orElseThrow()));
    return newest.map(
        row -> {
          var lost =
              Stream.of(lost(ofOne, row, one, other), lost(ofOther, row, other, one))
                  .flatMap(Optional::stream)
                  .toList();
          return adopt(row.groupUuid().orElseThrow(), one, other, lost);
        });
  }

  private UUID adopt(UUID groupUuid, User one, User other, List<MessageGroup> lost) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var transaction =
          TransactWriteItemsEnhancedRequest.builder()
              .addPutItem(table.pairs(), Pair.of(one.uuid(), other.uuid(), groupUuid).ifNew())
              .addPutItem(table.members(), new Member(groupUuid, one.uuid()))
              .addPutItem(table.members(), new Member(groupUuid, other.uuid()));
      lost.forEach(
          row -> transaction.addPutItem(table.messageGroups(), MessageGroupSchema.ifNew(row)));
      try {
        table.enhanced().transactWriteItems(transaction.build());
        return groupUuid;
      } catch (TransactionCanceledException e) {
        var cancellation = Cancellation.of(e);
        var pair = cancellation.conditionFailed(0);
        if (pair.isPresent()) {
          return Pair.SCHEMA.mapToItem(pair.get()).groupUuid();
        }
        if (!cancellation.anyConditionFailed()) {
          throw e;
        }
        // Another conversation holds the microsecond where the lost row belongs.
        lost = lost.stream().map(row -> row.at(row.lastMessageAt().next())).toList();
      }
    }
    throw new IllegalStateException("no free microsecond for the lost rows of " + groupUuid);
  }

  // The row that an inbox lacks; empty when it shows the conversation.
  private static Optional<MessageGroup> lost(
      List<InboxRow> inbox, InboxRow newest, User member, User other) {
    var groupUuid = newest.groupUuid().orElseThrow();
    return inbox.stream().anyMatch(row -> row.isOf(groupUuid))
        ? Optional.empty()
        : Optional.of(
            new MessageGroup(
                groupUuid,
                member.uuid(),
                Timestamp.of(newest.lastMessageAt()),
                other,
                newest.message()));
  }
}
