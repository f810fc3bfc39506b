package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessageRepository.NOT_THERE;

import com.cruddur.messages.message.CreateMessageResult;
import com.cruddur.messages.message.IdempotencyKey;
import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.user.User;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Who talks to whom: membership, and the one conversation of a pair (pattern D).
public final class ConversationRepository {
  private static final int ATTEMPTS = 100;

  // Their places in the transaction that opens a conversation.
  private static final int PAIR_ACTION = 0;
  private static final int KEY_ACTION = 1;

  private final MessagesTable table;
  private final InboxRows inboxes;
  private final MessageRepository messages;
  private final PythonConversations python;

  public ConversationRepository(MessagesTable table) {
    this.table = table;
    this.inboxes = new InboxRows(table);
    this.messages = new MessageRepository(table);
    this.python = new PythonConversations(table);
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
        ? python.isMember(groupUuid, userUuid)
        : members.contains(userUuid.toString());
  }

  /// The conversation the two have, whoever made it. One request when it is one of ours.
  public Optional<UUID> between(User one, User other) {
    var key = table.pairs().keyFrom(Pair.of(one.uuid(), other.uuid(), null));
    var pair = table.pairs().getItem(request -> request.key(key).consistentRead(true));
    if (pair != null) {
      return Optional.of(pair.groupUuid());
    }
    return python.adopt(one, other);
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
            .addPutItem(table.pairs(), Pair.of(sender.uuid(), receiver.uuid(), groupUuid).ifNew());
    key.ifPresent(
        k ->
            transaction.addPutItem(
                table.sentRequests(), MessageRepository.firstTime(first, k, sentAt)));
    return transaction
        .addPutItem(table.members(), new Member(groupUuid, sender.uuid()))
        .addPutItem(table.members(), new Member(groupUuid, receiver.uuid()))
        .addPutItem(
            table.messageGroups(), MessageGroupSchema.ifNew(inboxRow(first, sender, receiver)))
        .addPutItem(
            table.messageGroups(), MessageGroupSchema.ifNew(inboxRow(first, receiver, sender)))
        .addPutItem(
            table.messages(),
            TransactPutItemEnhancedRequest.builder(Message.class)
                .item(first)
                .conditionExpression(NOT_THERE)
                .build())
        .build();
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
}
