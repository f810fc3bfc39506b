package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;

import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.Page;
import com.cruddur.messages.message.PageRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The inboxes: a row for each conversation of each member (patterns B and E).
public final class InboxRepository {
  private static final int ATTEMPTS = 8;

  private final MessagesTable table;
  private final InboxRows stored;
  private final Together together;

  public InboxRepository(MessagesTable table) {
    this(table, Together.onThreads());
  }

  /// @param threads where the conversations of a batch are moved at once
  public InboxRepository(MessagesTable table, Executor threads) {
    this(table, new Together(threads));
  }

  private InboxRepository(MessagesTable table, Together together) {
    this.table = table;
    this.stored = new InboxRows(table);
    this.together = together;
  }

  /// A page of the member's inbox, newest first, each conversation once. One request.
  public Page<MessageGroup> page(UUID member, PageRequest request) {
    var page = table.page(GROUP_PREFIX + member, request, MessageGroupSchema.SCHEMA);
    var newestOfEach = new LinkedHashMap<UUID, MessageGroup>();
    page.items().stream()
        .sorted(Comparator.comparing(MessageGroup::lastMessageAt).reversed())
        .forEach(group -> newestOfEach.putIfAbsent(group.uuid(), group));
    return new Page<>(List.copyOf(newestOfEach.values()), page.older(), Optional.empty());
  }

  /// Moves the conversation of `message` to that message's time in every member's inbox, where it
  /// shows its text; where it shows a newer one, or this one, nothing changes.
  ///
  /// Each member's row is moved in one transaction, so a reader finds it exactly once at every
  /// moment, and a repetition finds it moved. For a pair that is one query of the index and one
  /// transaction.
  ///
  /// @throws software.amazon.awssdk.core.exception.SdkException when DynamoDB failed; some members
  ///     may have been moved
  public void moveGroups(NewMessage message) {
    var shown = stored.ofEveryMember(message);
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (InboxMove.carryOut(moves(shown, message), table, together)) {
        return;
      }
      // What the index said is not, or no longer, what the table holds: ask the table.
      shown.replaceAll((owner, stale) -> stored.of(owner, message.groupUuid()));
      shown.values().removeIf(List::isEmpty);
    }
    throw new IllegalStateException(
        "the rows of group " + message.groupUuid() + " kept changing while they were moved");
  }

  private static List<InboxMove> moves(Map<String, List<InboxRow>> rows, NewMessage message) {
    return rows.values().stream().flatMap(of -> InboxMove.of(of, message).stream()).toList();
  }

  /// Moves the conversations of several messages at once, with as many transactions as they fill
  /// together: a batch of the stream then costs a query each and little more. Nothing of it is
  /// under way any more when this comes back.
  ///
  /// @param messages of different conversations
  /// @return whether all are moved; false when something was not as the index said, or two of them
  ///     want the same place, and some may not be: [#moveGroups] of each then does it
  /// @throws software.amazon.awssdk.core.exception.SdkException when DynamoDB failed; some may have
  ///     been moved
  public boolean moveAll(Collection<NewMessage> messages) {
    var moves =
        together.all(
            messages.stream()
                .<Supplier<List<InboxMove>>>map(
                    message -> () -> moves(stored.ofEveryMember(message), message))
                .toList());
    return InboxMove.carryOut(moves.stream().flatMap(List::stream).toList(), table, together);
  }

  /// Puts one row in the place of a member's rows of a conversation: it shows `message`, stands at
  /// its time, and has what any of them had beside. Unlike [#moveGroups] it goes back in time, too.
  ///
  /// @param rows of one conversation in one inbox, at least one; of more than 99 the oldest stay
  /// @return whether that is done; false when one of them was not in the table as it was read, and
  ///     nothing is changed
  public boolean rewrite(List<InboxRow> rows, NewMessage message) {
    return InboxMove.carryOut(List.of(InboxMove.whateverTheyShow(rows, message)), table, together);
  }

  /// Puts a row into an inbox that has none of the conversation, so that it shows `message` and
  /// stands at its time.
  ///
  /// @param row what else it says
  /// @return whether that is done; false when the conversation stands at that place by now
  public boolean restore(InboxRow row, NewMessage message) {
    return InboxMove.carryOut(List.of(InboxMove.ofNone(row, message)), table, together);
  }

  /// Removes a row, if it is still in the table as it was read.
  ///
  /// @return whether it was removed
  public boolean remove(InboxRow row) {
    var unchanged = row.unchanged();
    try {
      table
          .client()
          .deleteItem(
              delete ->
                  delete
                      .tableName(table.name())
                      .key(row.key())
                      .conditionExpression(unchanged.expression())
                      .expressionAttributeNames(unchanged.names())
                      .expressionAttributeValues(unchanged.values()));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }
}
