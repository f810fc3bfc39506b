package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MEMBER_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_GROUP_INDEX;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.Page;
import com.cruddur.messages.message.PageRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The inboxes: a row for each conversation of each member (patterns B and E).
public final class InboxRepository {
  private static final int ATTEMPTS = 8;

  private final MessagesTable table;
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
    var rows = rowsOf(message);
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (InboxMove.carryOut(moves(rows, message), table, together)) {
        return;
      }
      // What the index said is not, or no longer, what the table holds: ask the table.
      rows.replaceAll((owner, stale) -> rows(owner, message.groupUuid()));
      rows.values().removeIf(List::isEmpty);
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
                .<Supplier<List<InboxMove>>>map(message -> () -> moves(rowsOf(message), message))
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

  // Owner -> rows of the group in that inbox; more than one only where an earlier service left two.
  private Map<String, List<InboxRow>> rowsOf(NewMessage message) {
    var rows = new LinkedHashMap<String, List<InboxRow>>();
    for (var row : indexed(message.groupUuid())) {
      rows.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row);
    }
    if (!isPair(rows)) {
      addMissing(rows, message);
    }
    return rows;
  }

  // Two members that name each other: nobody is missing.
  private static boolean isPair(Map<String, List<InboxRow>> rows) {
    return rows.size() == 2
        && rows.values().stream()
            .flatMap(List::stream)
            .allMatch(
                row ->
                    row.other()
                        .filter(other -> !other.equals(row.owner()) && rows.containsKey(other))
                        .isPresent());
  }

  // The index lags behind the table, so whoever may be a member and is not in it is looked up in
  // the table.
  private void addMissing(Map<String, List<InboxRow>> rows, NewMessage message) {
    var candidates = new LinkedHashSet<String>(members(message.groupUuid()));
    Optional.ofNullable(message.senderUuid()).ifPresent(candidates::add);
    rows.values().stream()
        .flatMap(List::stream)
        .forEach(row -> row.other().ifPresent(candidates::add));
    var open = new ArrayDeque<>(candidates);
    while (!open.isEmpty()) {
      var candidate = open.remove();
      if (rows.containsKey(candidate)) {
        continue;
      }
      var found = rows(candidate, message.groupUuid());
      if (found.isEmpty()) {
        continue;
      }
      rows.put(candidate, found);
      found.stream()
          .flatMap(row -> row.other().stream())
          .filter(candidates::add)
          .forEach(open::add);
    }
  }

  /// The group's rows as the index shows them now.
  public List<InboxRow> indexed(UUID groupUuid) {
    var query =
        QueryRequest.builder()
            .tableName(table.name())
            .indexName(MESSAGE_GROUP_INDEX)
            .keyConditionExpression("message_group_uuid = :group")
            .expressionAttributeValues(Map.of(":group", AttributeValue.fromS(groupUuid.toString())))
            .build();
    return table.client().queryPaginator(query).items().stream()
        // The attribute alone makes no group row, and nothing else may be moved.
        .filter(row -> row.get(PK).s().startsWith(GROUP_PREFIX))
        .map(InboxRow::new)
        .toList();
  }

  /// The members that have a row of their own, from the table itself.
  public List<String> members(UUID groupUuid) {
    var query =
        QueryRequest.builder()
            .tableName(table.name())
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS(MEMBER_PREFIX + groupUuid)))
            .consistentRead(true)
            .build();
    return table.client().queryPaginator(query).items().stream()
        .map(row -> row.get(SK).s())
        .toList();
  }

  /// The rows of a conversation in an inbox, from the table itself; more than one only where
  /// something went wrong.
  public List<InboxRow> rows(String owner, UUID groupUuid) {
    return inOrder(owner).filter(row -> row.isOf(groupUuid)).toList();
  }

  /// All rows of an inbox, from the table itself.
  List<InboxRow> rows(String owner) {
    return inOrder(owner).toList();
  }

  // Oldest first, because rows only ever move towards the newer end: one that moves while the
  // pages are read is met again, never missed.
  private Stream<InboxRow> inOrder(String owner) {
    return table.client().queryPaginator(inbox(owner).build()).items().stream().map(InboxRow::new);
  }

  /// The rows at the newer end of an inbox, from the table itself; one request.
  List<InboxRow> newestRows(String owner) {
    var query = inbox(owner).scanIndexForward(false).limit(PageRequest.MAX_LIMIT).build();
    return table.client().query(query).items().stream().map(InboxRow::new).toList();
  }

  private QueryRequest.Builder inbox(String owner) {
    return QueryRequest.builder()
        .tableName(table.name())
        .keyConditionExpression("pk = :pk")
        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(GROUP_PREFIX + owner)))
        .consistentRead(true);
  }
}
