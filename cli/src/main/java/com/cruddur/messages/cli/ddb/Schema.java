package com.cruddur.messages.cli.ddb;

import com.cruddur.messages.table.MessagesTableSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/// The shape of the table: makes it, and tells in what a table differs.
final class Schema {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final DynamoDbClient client;
  private final String name;

  Schema(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /// The table, if there is one of this name.
  Optional<TableDescription> find() {
    try {
      return Optional.of(client.describeTable(table -> table.tableName(name)).table());
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }

  /// Whether rows go by themselves when their time has come.
  boolean expires() {
    awaitActive();
    var ttl = client.describeTimeToLive(table -> table.tableName(name)).timeToLiveDescription();
    return MessagesTableSchema.EXPIRES_AT.equals(ttl.attributeName())
        && (ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED
            || ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLING);
  }

  /// Makes the table, unless somebody else does at this moment, and switches on its expiry.
  void load(boolean isNew) {
    if (isNew) {
      try {
        client.createTable(MessagesTableSchema.createTable(name));
      } catch (ResourceInUseException e) {
        // Somebody was faster; what he makes is awaited too.
      }
      awaitActive();
    }
    try {
      client.updateTimeToLive(MessagesTableSchema.timeToLive(name));
    } catch (DynamoDbException e) {
      if (!expires()) {
        throw e;
      }
    }
  }

  private void awaitActive() {
    try (var waiter = client.waiter()) {
      waiter.waitUntilTableExists(
          table -> table.tableName(name), wait -> wait.waitTimeout(PATIENCE));
    }
  }

  /// In what a table differs from the one the product needs, in words.
  static List<String> differences(TableDescription table) {
    var wanted = MessagesTableSchema.createTable(table.tableName());
    var differences = new ArrayList<String>();
    if (!table.keySchema().equals(wanted.keySchema())) {
      differences.add("its key is " + words(table.keySchema()));
    }
    if (!table.attributeDefinitions().containsAll(wanted.attributeDefinitions())) {
      differences.add("not all of its keys are texts");
    }
    var index = wanted.globalSecondaryIndexes().getFirst();
    if (table.globalSecondaryIndexes().stream()
        .noneMatch(
            found ->
                found.indexName().equals(index.indexName())
                    && found.keySchema().equals(index.keySchema())
                    && found.projection().projectionType() == ProjectionType.ALL)) {
      differences.add("it lacks the index " + index.indexName());
    }
    var stream = table.streamSpecification();
    if (stream == null
        || !stream.streamEnabled()
        || !List.of(StreamViewType.NEW_IMAGE, StreamViewType.NEW_AND_OLD_IMAGES)
            .contains(stream.streamViewType())) {
      differences.add("its stream has no new images");
    }
    return differences;
  }

  private static String words(List<KeySchemaElement> key) {
    return String.join(" and ", key.stream().map(KeySchemaElement::attributeName).toList());
  }
}
