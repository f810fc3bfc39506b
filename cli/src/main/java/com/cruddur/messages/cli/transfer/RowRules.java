package com.cruddur.messages.cli.transfer;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_GROUP_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue.Type;

/// What a row must be to go into the table.
///
/// See <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html>
final class RowRules {
  private static final int MAX_PK = 2048;
  private static final int MAX_SK = 1024;
  private static final int MAX_ROW = 400 * 1024;

  private RowRules() {}

  /// Returns the row.
  ///
  /// @throws DynamoDbJsonException when it breaks a rule of DynamoDB or of the table
  static Map<String, AttributeValue> check(Map<String, AttributeValue> row) {
    key(row, PK, MAX_PK);
    key(row, SK, MAX_SK);
    if (row.containsKey(MESSAGE_GROUP_UUID)) {
      if (!row.get(PK).s().startsWith(GROUP_PREFIX)) {
        throw new DynamoDbJsonException(
            MESSAGE_GROUP_UUID, "expected in rows of GRP# only, whose index it makes");
      }
      key(row, MESSAGE_GROUP_UUID, MAX_PK);
    }
    var size = RowSize.of(row);
    if (size > MAX_ROW) {
      throw new DynamoDbJsonException(
          "", "expected a row of at most 400 KB, found %d KB".formatted((size + 1023) / 1024));
    }
    return row;
  }

  private static void key(Map<String, AttributeValue> row, String name, int max) {
    var value = row.get(name);
    if (value == null || value.type() != Type.S || value.s().isEmpty()) {
      throw new DynamoDbJsonException(
          name, "expected text that is not empty, found %s".formatted(found(value)));
    }
    if (RowSize.utf8(value.s()) > max) {
      throw new DynamoDbJsonException(name, "expected at most %d bytes, found more".formatted(max));
    }
  }

  private static String found(AttributeValue value) {
    if (value == null) {
      return "none";
    }
    return value.type() == Type.S ? "an empty one" : "type " + value.type();
  }
}
