package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.LAST_MESSAGE_AT;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_GROUP_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.REVISION;
import static com.cruddur.messages.table.MessagesTableSchema.SK;
import static com.cruddur.messages.table.MessagesTableSchema.USER_UUID;

import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.message.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A group row with all its attributes, those we know nothing of included: a rewrite carries them
/// along.
///
/// @param attributes the row as DynamoDB gave it
public record InboxRow(Map<String, AttributeValue> attributes) {
  /// How many microseconds a row stands behind its message's time at most, where rows of other
  /// conversations held the places before it.
  public static final int MAX_GIVEN_WAY = 100;

  // An expression has 4 KB, and 300 operators.
  private static final int MAX_COMPARED = 100;

  /// The row of a conversation in an inbox that has none yet.
  public static InboxRow of(MessageGroup group) {
    return new InboxRow(MessageGroupSchema.SCHEMA.itemToMap(group, true));
  }

  /// What it is found by.
  public Map<String, AttributeValue> key() {
    return Map.of(PK, attributes.get(PK), SK, attributes.get(SK));
  }

  /// Whose inbox it is in: the partition key without its prefix.
  public String owner() {
    return attributes.get(PK).s().substring(GROUP_PREFIX.length());
  }

  /// Its place in the inbox, as stored.
  public String sk() {
    return attributes.get(SK).s();
  }

  /// Whether it is a row of this conversation.
  public boolean isOf(UUID groupUuid) {
    return groupUuid().filter(groupUuid::equals).isPresent();
  }

  /// Whether its owner talks to this user.
  boolean isWith(UUID userUuid) {
    return other().filter(userUuid.toString()::equals).isPresent();
  }

  /// The conversation; empty when the row names none that could be.
  public Optional<UUID> groupUuid() {
    return text(MESSAGE_GROUP_UUID).flatMap(MessageGroup::parseUuid);
  }

  /// The other member, as stored.
  public Optional<String> other() {
    return text(USER_UUID);
  }

  /// The text it shows; empty when it has none.
  public String message() {
    return text(MESSAGE).orElse("");
  }

  /// When the message it shows was sent; the earliest time there is when the row does not say, so
  /// that the next message mends it.
  public Instant lastMessageAt() {
    try {
      return Timestamp.parse(text(LAST_MESSAGE_AT).orElseGet(this::sk)).instant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /// The same row, and what `older` has beside it, showing another message.
  ///
  /// @param sk its new place
  /// @param lastMessageAt when that message was sent
  Map<String, AttributeValue> showing(
      String message, Timestamp sk, Timestamp lastMessageAt, Iterable<InboxRow> older) {
    var moved = new HashMap<String, AttributeValue>();
    older.forEach(row -> moved.putAll(row.attributes));
    moved.putAll(attributes);
    moved.put(SK, AttributeValue.fromS(sk.stored()));
    moved.put(MESSAGE, AttributeValue.fromS(message));
    if (sk.equals(lastMessageAt)) {
      moved.remove(LAST_MESSAGE_AT);
    } else {
      moved.put(LAST_MESSAGE_AT, AttributeValue.fromS(lastMessageAt.stored()));
    }
    return moved;
  }

  /// The condition under which the row in the table is still this one.
  Condition unchanged() {
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    var expression = new StringBuilder();
    // As many as an expression has room for; of more, a revision tells.
    for (var attribute : attributes.entrySet().stream().limit(MAX_COMPARED).toList()) {
      var n = names.size();
      names.put("#a" + n, attribute.getKey());
      values.put(":a" + n, attribute.getValue());
      expression.append(n == 0 ? "" : " AND ").append("#a" + n + " = :a" + n);
    }
    if (!attributes.containsKey(REVISION)) {
      names.put("#revision", REVISION);
      expression.append(" AND attribute_not_exists(#revision)");
    }
    return new Condition(expression.toString(), names, values);
  }

  /// A condition expression with what it refers to.
  record Condition(
      String expression, Map<String, String> names, Map<String, AttributeValue> values) {}

  // Without the text, which must reach no log.
  @Override
  public String toString() {
    return "InboxRow[" + attributes.get(PK) + ", " + attributes.get(SK) + "]";
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }
}
