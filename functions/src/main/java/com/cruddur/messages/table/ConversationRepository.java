package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessageRepository.NOT_THERE;

import com.cruddur.messages.message.CreateMessageResult;
import com.cruddur.messages.message.IdempotencyKey;
import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Who talks to whom: membership, and the one conversation of a pair (pattern D).
///
/// Conversations that the Python service made have neither a membership row nor a pair row. They
/// are found in the members' inboxes, in the table itself, and get those rows then, so that it
/// costs a search once.
public final class ConversationRepository {
  private static final int ATTEMPTS = 100;

  // Their places in the transaction that opens a conversation.
  private static final int PAIR_ACTION = 0;
  private static final int KEY_ACTION = 1;

  private final MessagesTable table;
  private final InboxRepository inboxes;
  private final MessageRepository messages;

  public ConversationRepository(MessagesTable table) {
    this.table = table;
    this.inboxes = new InboxRepository(table);
    this.messages = new MessageRepository(table);
  }

  /// What became of an attempt to open a conversation.
  public sealed interface Opening {
    /// It is open, with the message as the first in it; or the idempotency key had been used, and
    /// the result is of what was sent then.
    record Opened(CreateMessageResult result) implements Opening {}

    /// The pair has a conversation already; nothing was written.
    record AlreadyOpen(UUID groupUuid) implements Opening {}
  }

  /// Whether the user is a member of the conversation; true at once after it was opened. One
  /// request for a member of a conversation of ours, two for a stranger to it.
  public boolean isMember(UUID groupUuid, UUID userUuid) {
    var member = new Member(groupUuid, userUuid);
    // Half the price, and nobody ceases to be a member: what it finds is true. What it does not
    // find may only be late.
    if (table.members().getItem(request -> request.key(keyOf(member))) != null) {
      return true;
    }
    var members = inboxes.members(groupUuid);
    // Ours have a row for every member.
    return members.isEmpty()
        ? isMemberOfPythonGroup(groupUuid, userUuid)
        : members.contains(userUuid.toString());
  }

  // The index may lag behind the table, but then the conversation has just moved, and stands at the
  // newer end of the inbox. Of two members one may have lost his inbox row: the other's names him.
  private boolean isMemberOfPythonGroup(UUID groupUuid, UUID userUuid) {
    var rows = new ArrayList<>(inboxes.indexed(groupUuid));
    rows.addAll(inboxes.newestRows(userUuid.toString()));
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

  /// The conversation the two have, whoever made it. One request when it is one of ours.
  public Optional<UUID> between(User one, User other) {
    var key = table.pairs().keyFrom(Pair.of(one.uuid(), other.uuid(), null));
    var pair = table.pairs().getItem(request -> request.key(key).consistentRead(true));
    if (pair != null) {
      return Optional.of(pair.groupUuid());
    }
    return adopt(one, other);
  }

  /// Opens the conversation of `first`'s sender and `receiver` with that message, all at once:
  /// pair, memberships, both inbox rows and the message, or nothing. One request when nobody
  /// interferes.
  public Opening open(Message first, User receiver, Optional<IdempotencyKey> key) {
    var wanted = first;
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        table
            .enhanced()
            .transactWriteItems(opening(wanted, receiver, key, first.createdAt().instant()));
        return new Opening.Opened(new CreateMessageResult.Sent(wanted));
      } catch (TransactionCanceledException e) {
        var cancellation = Cancellation.of(e);
        var pair = cancellation.conditionFailed(PAIR_ACTION);
        var sent = key.flatMap(k -> cancellation.conditionFailed(KEY_ACTION));
        if (sent.isPresent()) {
          return new Opening.Opened(messages.sentBefore(SentRequest.SCHEMA.mapToItem(sent.get())));
        }
        if (pair.isPresent()) {
          return new Opening.AlreadyOpen(Pair.SCHEMA.mapToItem(pair.get()).groupUuid());
        }
        if (!cancellation.anyConditionFailed()) {
          throw e;
        }
        // Another conversation holds the microsecond in one of the inboxes.
        wanted = wanted.at(wanted.createdAt().next());
      }
    }
    throw new IllegalStateException("no free microsecond up to " + wanted.createdAt());
  }

  private TransactWriteItemsEnhancedRequest opening(
      Message first, User receiver, Optional<IdempotencyKey> key, Instant sentAt) {
    var sender = first.sender();
    var groupUuid = first.groupUuid();
    var transaction =
        TransactWriteItemsEnhancedRequest.builder()
            .addPutItem(table.pairs(), ifNew(Pair.of(sender.uuid(), receiver.uuid(), groupUuid)));
    key.ifPresent(
        k ->
            transaction.addPutItem(
                table.sentRequests(), MessageRepository.firstTime(first, k, sentAt)));
    return transaction
        .addPutItem(table.members(), new Member(groupUuid, sender.uuid()))
        .addPutItem(table.members(), new Member(groupUuid, receiver.uuid()))
        .addPutItem(table.messageGroups(), ifNew(inboxRow(first, sender, receiver)))
        .addPutItem(table.messageGroups(), ifNew(inboxRow(first, receiver, sender)))
        .addPutItem(
            table.messages(),
            TransactPutItemEnhancedRequest.builder(Message.class)
                .item(first)
                .conditionExpression(NOT_THERE)
                .build())
        .build();
  }

  // Gives a conversation of the Python service the rows that ours have, and the inbox row it may
  // have lost. That service did not keep a pair from opening two conversations: the one in use is
  // the pair's.
  private Optional<UUID> adopt(User one, User other) {
    var ofOne = inboxes.rows(one.uuid().toString());
    var ofOther = inboxes.rows(other.uuid().toString());
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
              .addPutItem(table.pairs(), ifNew(Pair.of(one.uuid(), other.uuid(), groupUuid)))
              .addPutItem(table.members(), new Member(groupUuid, one.uuid()))
              .addPutItem(table.members(), new Member(groupUuid, other.uuid()));
      lost.forEach(row -> transaction.addPutItem(table.messageGroups(), ifNew(row)));
      try {
        table.enhanced().transactWriteItems(transaction.build());
        return groupUuid;
      } catch (TransactionCanceledException e) {
        var cancellation = Cancellation.of(e);
        var pair = cancellation.conditionFailed(PAIR_ACTION);
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

  private static MessageGroup inboxRow(Message first, User member, User other) {
    return new MessageGroup(
        first.groupUuid(), member.uuid(), first.createdAt(), other, first.text());
  }

  private static Key keyOf(Member member) {
    return Key.builder()
        .partitionValue(MessagesTableSchema.MEMBER_PREFIX + member.groupUuid())
        .sortValue(member.userUuid().toString())
        .build();
  }

  private static TransactPutItemEnhancedRequest<Pair> ifNew(Pair pair) {
    return TransactPutItemEnhancedRequest.builder(Pair.class)
        .item(pair)
        .conditionExpression(NOT_THERE)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private static TransactPutItemEnhancedRequest<MessageGroup> ifNew(MessageGroup group) {
    return TransactPutItemEnhancedRequest.builder(MessageGroup.class)
        .item(group)
        .conditionExpression(NOT_THERE)
        .build();
  }
}
