package com.cruddur.messages.table;

import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/// The key schema of the table: the names that the functions, the CDK app, the operator commands
/// and the tests use. No name of it is written anywhere else.
public final class MessagesTableSchema {
  /// Partition key, text.
  public static final String PK = "pk";

  /// Sort key, text.
  public static final String SK = "sk";

  /// The sparse index on [#MESSAGE_GROUP_UUID] and [#SK], projection ALL. Only group rows carry its
  /// attribute.
  public static final String MESSAGE_GROUP_INDEX = "message-group-sk-index";

  /// Partition key of the index: no row but a group row may carry this attribute.
  public static final String MESSAGE_GROUP_UUID = "message_group_uuid";

  /// When DynamoDB may delete a row by itself, in seconds since 1970 (the time-to-live attribute).
  public static final String EXPIRES_AT = "expires_at";

  /// Starts the partition key of a message; the group's uuid follows.
  public static final String MESSAGE_PREFIX = "MSG#";

  /// Starts the partition key of a group row; the member's uuid follows.
  public static final String GROUP_PREFIX = "GRP#";

  /// Starts the partition key of a membership; the group's uuid follows.
  public static final String MEMBER_PREFIX = "MBR#";

  /// Starts the partition key of a pair's one conversation; both uuids follow, the smaller one
  /// first.
  public static final String PAIR_PREFIX = "PAIR#";

  /// Starts the partition key of a request sent with an idempotency key; the sender's uuid follows.
  public static final String SENT_PREFIX = "IDM#";

  /// Starts the partition key of a user's copy; `users.cognito_user_id` follows.
  public static final String USER_PREFIX = "USR#";

  /// The text of a message, or of the last one of a group.
  public static final String MESSAGE = "message";

  /// A message's own uuid.
  public static final String MESSAGE_UUID = "message_uuid";

  /// The sender of a message; in a group row the other member; in a user's copy himself.
  public static final String USER_UUID = "user_uuid";

  /// The handle that goes with [#USER_UUID].
  public static final String USER_HANDLE = "user_handle";

  /// The display name that goes with [#USER_UUID].
  public static final String USER_DISPLAY_NAME = "user_display_name";

  /// In a group row whose sort key had to give way to another row's: when its last message was
  /// really sent.
  public static final String LAST_MESSAGE_AT = "last_message_at";

  /// In a group row: whoever changes the row in place, without moving it, sets this to another
  /// value, so that a rewrite which has read the row before notices.
  public static final String REVISION = "revision";

  /// The conversation that a pair row or a sent request is about. Another name than
  /// [#MESSAGE_GROUP_UUID], which would put those rows into the index.
  public static final String CONVERSATION_UUID = "conversation_uuid";

  private MessagesTableSchema() {}

  /// The group that a message's partition key names.
  ///
  /// @throws IllegalArgumentException when it names none
  public static UUID groupUuid(String pk) {
    return uuid(MESSAGE_PREFIX, pk);
  }

  static UUID uuid(String prefix, String pk) {
    if (!pk.startsWith(prefix)) {
      throw new IllegalArgumentException("no key of " + prefix);
    }
    return UUID.fromString(pk.substring(prefix.length()));
  }

  /// What makes the table, billed by request, with its index and its stream of new images.
  public static CreateTableRequest createTable(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(text(PK), text(SK), text(MESSAGE_GROUP_UUID))
        .keySchema(key(PK, KeyType.HASH), key(SK, KeyType.RANGE))
        .globalSecondaryIndexes(
            GlobalSecondaryIndex.builder()
                .indexName(MESSAGE_GROUP_INDEX)
                .keySchema(key(MESSAGE_GROUP_UUID, KeyType.HASH), key(SK, KeyType.RANGE))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build())
        .streamSpecification(
            stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE))
        .build();
  }

  /// What lets DynamoDB delete rows by itself when [#EXPIRES_AT] has passed; creating the table
  /// cannot say it.
  public static UpdateTimeToLiveRequest timeToLive(String name) {
    return UpdateTimeToLiveRequest.builder()
        .tableName(name)
        .timeToLiveSpecification(ttl -> ttl.attributeName(EXPIRES_AT).enabled(true))
        .build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
