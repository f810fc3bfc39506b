package com.cruddur.messages.local.stream;

import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTableSchema;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A table of a test's own, with its stream.
final class StreamTable implements AutoCloseable {
  private final DynamoDbClient client;
  private final String name = "messages-" + UUID.randomUUID();
  private final String streamArn;

  StreamTable(URI endpoint) {
    client = DynamoDb.at(endpoint).build();
    client.createTable(MessagesTableSchema.createTable(name));
    streamArn = client.describeTable(table -> table.tableName(name)).table().latestStreamArn();
  }

  DynamoDbClient client() {
    return client;
  }

  String name() {
    return name;
  }

  String streamArn() {
    return streamArn;
  }

  void putMessages(int from, int to) {
    for (var number = from; number < to; number++) {
      put("MSG#group", "%05d".formatted(number), "text of " + number);
    }
  }

  void put(String pk, String sk, String message) {
    client.putItem(
        put ->
            put.tableName(name)
                .item(
                    Map.of(
                        MessagesTableSchema.PK, AttributeValue.fromS(pk),
                        MessagesTableSchema.SK, AttributeValue.fromS(sk),
                        MessagesTableSchema.MESSAGE, AttributeValue.fromS(message))));
  }

  void deleteItem(String pk, String sk) {
    client.deleteItem(
        delete ->
            delete
                .tableName(name)
                .key(
                    Map.of(
                        MessagesTableSchema.PK, AttributeValue.fromS(pk),
                        MessagesTableSchema.SK, AttributeValue.fromS(sk))));
  }

  void deleteTable() {
    client.deleteTable(table -> table.tableName(name));
  }

  @Override
  public void close() {
    client.close();
  }
}
