package com.cruddur.messages.bench;

import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_GROUP_INDEX;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import com.cruddur.messages.message.NewMessage;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Pattern E by single requests without a condition, to be counted and timed beside ours: what
/// decisions 0002 and 0014 weigh and refuse.
///
/// @param order which request comes first
record UnconditionalMoves(DynamoDbClient client, Order order) {
  /// Which of the two requests of a row comes first.
  enum Order {
    /// As the Python service did it: a reader in between misses the conversation.
    DELETE_THEN_PUT,
    /// A reader in between finds it twice.
    PUT_THEN_DELETE
  }

  /// Moves every row that the index shows.
  void move(NewMessage message) {
    var rows =
        client
            .query(
                query ->
                    query
                        .tableName(OwnTable.NAME)
                        .indexName(MESSAGE_GROUP_INDEX)
                        .keyConditionExpression("message_group_uuid = :group")
                        .expressionAttributeValues(
                            Map.of(":group", AttributeValue.fromS(message.groupUuid().toString()))))
            .items();
    for (var row : rows) {
      var moved = new HashMap<>(row);
      moved.put(SK, AttributeValue.fromS(message.createdAt().stored()));
      moved.put(MESSAGE, AttributeValue.fromS(message.text()));
      switch (order) {
        case DELETE_THEN_PUT -> {
          delete(row);
          put(moved);
        }
        case PUT_THEN_DELETE -> {
          put(moved);
          delete(row);
        }
      }
    }
  }

  private void put(Map<String, AttributeValue> row) {
    client.putItem(put -> put.tableName(OwnTable.NAME).item(row));
  }

  private void delete(Map<String, AttributeValue> row) {
    client.deleteItem(
        delete -> delete.tableName(OwnTable.NAME).key(Map.of(PK, row.get(PK), SK, row.get(SK))));
  }
}
