package com.cruddur.messages.bench;

import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.table.MessagesTableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The messages table in a DynamoDB Local of our own, both gone after [#close].
final class OwnTable implements AutoCloseable {
  static final String NAME = MessagesTable.DEFAULT_NAME;

  private final Path work;
  private final DynamoDbLocal dynamoDb;
  private final DynamoDbClient client;

  private OwnTable(Path work, DynamoDbLocal dynamoDb, DynamoDbClient client) {
    this.work = work;
    this.dynamoDb = dynamoDb;
    this.client = client;
  }

  static OwnTable create() {
    try {
      var work = Files.createTempDirectory("cruddur-bench-");
      var dynamoDb = DynamoDbLocal.start(work);
      var client = DynamoDb.at(dynamoDb.endpoint()).build();
      client.createTable(MessagesTableSchema.createTable(NAME));
      return new OwnTable(work, dynamoDb, client);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI endpoint() {
    return dynamoDb.endpoint();
  }

  /// The process id of DynamoDB Local.
  long pid() {
    return dynamoDb.pid();
  }

  DynamoDbClient client() {
    return client;
  }

  MessagesTable table() {
    return new MessagesTable(client, NAME);
  }

  String streamArn() {
    return client.describeTable(table -> table.tableName(NAME)).table().latestStreamArn();
  }

  @Override
  public void close() {
    client.close();
    dynamoDb.close();
    try (var files = Files.walk(work)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
