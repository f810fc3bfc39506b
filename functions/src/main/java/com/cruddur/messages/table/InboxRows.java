package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MEMBER_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_GROUP_INDEX;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.PageRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The inbox rows of conversations and their memberships as they are stored, for whoever moves,
/// mends or judges them; who shows them takes [InboxRepository#page].
public final class InboxRows {
  private final MessagesTable table;

  public InboxRows(MessagesTable table) {
    this.table = table;
  }

  /// The rows of the message's conversation in every member's inbox: one request of the index where
  /// that names both of a pair; otherwise whoever may be missing there is looked up in the table.
  ///
  /// @return owner to rows, more than one only where an earlier service left two; to be changed
  Map<String, List<InboxRow>> ofEveryMember(NewMessage message) {
    var rows = new LinkedHashMap<String, List<InboxRow>>();
    for (var row : indexed(message.groupUuid())) {
      rows.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row);
    }
    if (!isPair(rows)) {
      addMissing(rows, message);
    }
    return rows;
  }

  /// Whether these are the rows of two members that name each other: nobody is missing then.
  ///
  /// @param rows of one conversation by owner
  public static boolean isPair(Map<String, List<InboxRow>> rows) {
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
      var found = of(candidate, message.groupUuid());
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
  public List<InboxRow> of(String owner, UUID groupUuid) {
    return inOrder(owner).filter(row -> row.isOf(groupUuid)).toList();
  }

  /// All rows of an inbox, from the table itself.
  List<InboxRow> of(String owner) {
    return inOrder(owner).toList();
  }

  // Oldest first, because rows only ever move towards the newer end: one that moves while the
  // pages are read is met again, never missed.
  private Stream<InboxRow> inOrder(String owner) {
    return table.client().queryPaginator(inbox(owner).build()).items().stream().map(InboxRow::new);
  }

  /// The rows at the newer end of an inbox, from the table itself; one request.
  List<InboxRow> newest(String owner) {
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
