package com.cruddur.messages.testing;

import com.cruddur.messages.table.MessagesTableSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The rows of a table as they are.
public record Table(DynamoDbClient client, String name) {
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html
  private static final int MAX_BATCH = 25;

  /// Every row, by partition key and sort key.
  public List<Map<String, AttributeValue>> all() {
    return client.scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
        .sorted(
            Comparator.comparing((Map<String, AttributeValue> row) -> row.get("pk").s())
                .thenComparing(row -> row.get("sk").s()))
        .toList();
  }

  /// The rows under a partition key, by sort key.
  public List<Map<String, AttributeValue>> under(String pk) {
    return client
        .queryPaginator(
            query ->
                query
                    .tableName(name)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                    .consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  /// The messages of a group, oldest first.
  public List<Map<String, AttributeValue>> messages(UUID group) {
    return under(MessagesTableSchema.MESSAGE_PREFIX + group);
  }

  /// The rows of a group in somebody's inbox.
  public List<Map<String, AttributeValue>> inbox(UUID member, UUID group) {
    return under(MessagesTableSchema.GROUP_PREFIX + member).stream()
        .filter(row -> row.get("message_group_uuid").s().equals(group.toString()))
        .toList();
  }

  /// Writes a row over whatever is there.
  public void put(Map<String, AttributeValue> row) {
    client.putItem(put -> put.tableName(name).item(row));
  }

  /// Writes rows over whatever is there.
  public void putAll(List<Map<String, AttributeValue>> all) {
    write(
        all.stream()
            .map(row -> WriteRequest.builder().putRequest(put -> put.item(row)).build())
            .toList());
  }

  /// Deletes every row.
  public void clear() {
    write(
        all().stream()
            .map(row -> Map.of("pk", row.get("pk"), "sk", row.get("sk")))
            .map(key -> WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build())
            .toList());
  }

  private void write(List<WriteRequest> requests) {
    for (var from = 0; from < requests.size(); from += MAX_BATCH) {
      var part = requests.subList(from, Math.min(requests.size(), from + MAX_BATCH));
      client.batchWriteItem(batch -> batch.requestItems(Map.of(name, part)));
    }
  }

  /// Writes a row of text attributes.
  public void put(String pk, String sk, String... namesAndValues) {
    put(row(pk, sk, namesAndValues));
  }

  /// A row of text attributes.
  public static Map<String, AttributeValue> row(String pk, String sk, String... namesAndValues) {
    var row = new HashMap<String, AttributeValue>();
    row.put("pk", AttributeValue.fromS(pk));
    row.put("sk", AttributeValue.fromS(sk));
    for (var i = 0; i < namesAndValues.length; i += 2) {
      row.put(namesAndValues[i], AttributeValue.fromS(namesAndValues[i + 1]));
    }
    return row;
  }

  public void delete(Map<String, AttributeValue> row) {
    client.deleteItem(
        delete -> delete.tableName(name).key(Map.of("pk", row.get("pk"), "sk", row.get("sk"))));
  }

  /// A group as the Python service makes it: both inbox rows and the message, and nothing else.
  public void pythonGroup(UUID group, Person sender, Person receiver, String at, String text) {
    pythonInboxRow(group, sender, receiver, at, text);
    pythonInboxRow(group, receiver, sender, at, text);
    pythonMessage(group, sender, at, text);
  }

  public void pythonInboxRow(UUID group, Person member, Person other, String at, String text) {
    put(
        "GRP#" + member.uuid(),
        at,
        "message_group_uuid",
        group.toString(),
        "message",
        text,
        "user_uuid",
        other.uuid().toString(),
        "user_display_name",
        other.displayName(),
        "user_handle",
        other.handle());
  }

  public void pythonMessage(UUID group, Person sender, String at, String text) {
    put(
        "MSG#" + group,
        at,
        "message",
        text,
        "message_uuid",
        UUID.randomUUID().toString(),
        "user_uuid",
        sender.uuid().toString(),
        "user_display_name",
        sender.displayName(),
        "user_handle",
        sender.handle());
  }

  /// Rows out of a file of DynamoDB JSON.
  public static List<Map<String, AttributeValue>> read(String json) {
    var rows = new ArrayList<Map<String, AttributeValue>>();
    try {
      for (var item : new ObjectMapper().readTree(json).get("Items")) {
        var row = new HashMap<String, AttributeValue>();
        item.properties().forEach(field -> row.put(field.getKey(), text(field.getValue())));
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static AttributeValue text(JsonNode value) {
    return AttributeValue.fromS(value.get("S").textValue());
  }

  void drop() {
    client.deleteTable(delete -> delete.tableName(name));
    client.close();
  }
}
