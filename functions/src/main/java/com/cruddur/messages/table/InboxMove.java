package com.cruddur.messages.table;

import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// One member's inbox row on its way to a new message: what it replaces and where it goes.
final class InboxMove {
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
  private static final int MAX_ACTIONS = 100;

  private final InboxRow newest;
  private final List<InboxRow> older;
  private final List<InboxRow> replaced;
  private final NewMessage message;
  private Timestamp target;

  private InboxMove(
      InboxRow newest, List<InboxRow> older, List<InboxRow> replaced, NewMessage message) {
    this.newest = newest;
    this.older = older;
    this.replaced = replaced;
    this.message = message;
    this.target = message.createdAt().canonical();
  }

  /// The move of one member's rows; empty when they show this message or a newer one.
  static Optional<InboxMove> of(List<InboxRow> rows, NewMessage message) {
    var move = whateverTheyShow(rows, message);
    return move.newest.lastMessageAt().isBefore(message.createdAt().instant())
        ? Optional.of(move)
        : Optional.empty();
  }

  /// The move of one member's rows, also where they show a newer message than this one.
  static InboxMove whateverTheyShow(List<InboxRow> rows, NewMessage message) {
    var byAge = rows.stream().sorted(Comparator.comparing(InboxRow::lastMessageAt)).toList();
    // More doubles than fit beside it stay, for the next message to remove.
    var replaced = byAge.subList(Math.max(0, byAge.size() + 1 - MAX_ACTIONS), byAge.size());
    return new InboxMove(
        replaced.getLast(), replaced.subList(0, replaced.size() - 1), replaced, message);
  }

  /// The row of a member who has none.
  static InboxMove ofNone(InboxRow row, NewMessage message) {
    return new InboxMove(row, List.of(), List.of(), message);
  }

  /// Carries the moves out, each wholly or not at all, with as few transactions as they fill.
  ///
  /// @return whether all are done; false when a row was not in the table as it was read
  static boolean carryOut(List<InboxMove> moves, MessagesTable table, Together together) {
    var transactions = new ArrayList<Supplier<Boolean>>();
    for (var part : parts(moves, table.name())) {
      transactions.add(() -> transact(part, table));
    }
    return !together.all(transactions).contains(false);
  }

  private static List<List<InboxMove>> parts(List<InboxMove> moves, String tableName) {
    var parts = new ArrayList<List<InboxMove>>();
    var room = 0;
    for (var move : moves) {
      var actions = move.actions(tableName).size();
      if (actions > room) {
        parts.add(new ArrayList<>());
        room = MAX_ACTIONS;
      }
      parts.getLast().add(move);
      room -= actions;
    }
    return parts;
  }

  private static boolean transact(List<InboxMove> moves, MessagesTable table) {
    for (var attempt = 0; attempt < InboxRow.MAX_GIVEN_WAY; attempt++) {
      var actions = moves.stream().flatMap(move -> move.actions(table.name()).stream()).toList();
      try {
        table.client().transactWriteItems(transaction -> transaction.transactItems(actions));
        return true;
      } catch (TransactionCanceledException e) {
        var cancellation = Cancellation.of(e);
        if (!cancellation.anyConditionFailed()) {
          throw e;
        }
        if (!giveWay(moves, cancellation, table.name())) {
          return false;
        }
      }
    }
    return false;
  }

  // Moves on to the next microsecond where another conversation's row holds the place. False when
  // that is not all that failed.
  private static boolean giveWay(
      List<InboxMove> moves, Cancellation cancellation, String tableName) {
    var first = 0;
    for (var move : moves) {
      var actions = move.actions(tableName).size();
      var put = first + actions - 1;
      for (var i = first; i < put; i++) {
        if (cancellation.conditionFailed(i).isPresent()) {
          return false;
        }
      }
      var held = cancellation.conditionFailed(put);
      if (held.isPresent()) {
        var holder = new InboxRow(held.get());
        if (holder.attributes().isEmpty() || holder.isOf(move.message.groupUuid())) {
          return false;
        }
        move.target = move.target.next();
      }
      first += actions;
    }
    return true;
  }

  // The put comes last. A row that stays where it is, because only its text or its key's form was
  // wrong, is replaced in place: a transaction takes one action an item.
  private List<TransactWriteItem> actions(String tableName) {
    var actions = new ArrayList<TransactWriteItem>();
    InboxRow inPlace = null;
    for (var row : replaced) {
      if (row.sk().equals(target.stored())) {
        inPlace = row;
      } else {
        actions.add(delete(row, tableName));
      }
    }
    actions.add(put(inPlace, tableName));
    return actions;
  }

  private static TransactWriteItem delete(InboxRow row, String tableName) {
    var unchanged = row.unchanged();
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(tableName)
                    .key(row.key())
                    .conditionExpression(unchanged.expression())
                    .expressionAttributeNames(unchanged.names())
                    .expressionAttributeValues(unchanged.values()))
        .build();
  }

  private TransactWriteItem put(InboxRow inPlace, String tableName) {
    var item = newest.showing(message.text(), target, message.createdAt().canonical(), older);
    return TransactWriteItem.builder()
        .put(
            put -> {
              put.tableName(tableName)
                  .item(item)
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
              if (inPlace == null) {
                put.conditionExpression("attribute_not_exists(pk)");
              } else {
                var unchanged = inPlace.unchanged();
                put.conditionExpression(unchanged.expression())
                    .expressionAttributeNames(unchanged.names())
                    .expressionAttributeValues(unchanged.values());
              }
            })
        .build();
  }
}
