package com.cruddur.messages.bench;

import com.cruddur.messages.http.Json;
import com.cruddur.messages.http.JsonAnswers;
import com.cruddur.messages.message.ListMessageGroups;
import com.cruddur.messages.message.ListMessages;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.message.Position;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// A page that is read again and again, of a list of a certain length.
///
/// @param page which one, the same for every length
/// @param table the list
/// @param limit how many rows it has, at every length
/// @param middle whether it lies in the middle of the list, and not at its newer end
record GrowthCase(String page, SeededTable table, int limit, boolean middle) {
  /// The pages of a conversation. The shortest has exactly as many messages as the newest page.
  static List<GrowthCase> ofMessages(SeededTable table) {
    return List.of(
        new GrowthCase("A, newest 99", table, 99, false),
        new GrowthCase("A, 40 from the middle", table, 40, true));
  }

  /// The pages of an inbox. The shortest has exactly as many conversations as the newest page
  /// reads, which is one more than it shows.
  static List<GrowthCase> ofGroups(SeededTable table) {
    return List.of(
        new GrowthCase("B, newest 9", table, 9, false),
        new GrowthCase("B, 4 from the middle", table, 4, true));
  }

  private PageRequest request() {
    var from = middle ? Optional.of(Position.olderThan(from())) : Optional.<Position>empty();
    return new PageRequest(limit, from, Optional.empty());
  }

  /// The use case, up to the answer's JSON; gives the number of rows.
  IntSupplier useCase(DynamoDbClient client) {
    var rows = new MessagesTable(client, table.name());
    var caller = table.owner().handle();
    if (table.group() == null) {
      var inbox = new ListMessageGroups(table.users(), new InboxRepository(rows));
      return () -> {
        var groups = inbox.list(caller, request()).items();
        Json.write(JsonAnswers.messageGroups(groups));
        return groups.size();
      };
    }
    var conversation =
        new ListMessages(
            table.users(), new ConversationRepository(rows), new MessageRepository(rows));
    return () -> {
      var messages = conversation.list(caller, table.group(), request()).items();
      Json.write(JsonAnswers.messages(messages));
      return messages.size();
    };
  }

  /// The same rows by a bare Query, nothing of ours around it.
  IntSupplier bareQuery(DynamoDbClient client) {
    var pk = AttributeValue.fromS(table.pk());
    var from = Map.of("pk", pk, "sk", AttributeValue.fromS(from()));
    var query =
        query()
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", pk))
            .exclusiveStartKey(middle ? from : null)
            .build();
    return () -> client.query(query).items().size();
  }

  /// The same rows once more, found by a condition on the key and not by the key to start from: to
  /// DynamoDB Local, unlike to DynamoDB, it makes a difference.
  IntSupplier byCondition(DynamoDbClient client) {
    var query =
        query()
            .keyConditionExpression("pk = :pk AND sk < :from")
            .expressionAttributeValues(
                Map.of(
                    ":pk",
                    AttributeValue.fromS(table.pk()),
                    ":from",
                    AttributeValue.fromS(middle ? from() : SeededTable.sk(table.size()))))
            .build();
    return () -> client.query(query).items().size();
  }

  private QueryRequest.Builder query() {
    return QueryRequest.builder()
        .tableName(table.name())
        .consistentRead(true)
        .scanIndexForward(false)
        .limit(limit + 1);
  }

  private String from() {
    return SeededTable.sk(table.size() / 2);
  }
}
