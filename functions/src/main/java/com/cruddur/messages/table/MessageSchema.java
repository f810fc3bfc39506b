package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;
import static com.cruddur.messages.table.MessagesTableSchema.USER_DISPLAY_NAME;
import static com.cruddur.messages.table.MessagesTableSchema.USER_HANDLE;
import static com.cruddur.messages.table.MessagesTableSchema.USER_UUID;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.user.User;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// A message as a row: `MSG#{group}` / created at.
final class MessageSchema {
  static final TableSchema<Message> SCHEMA =
      StaticImmutableTableSchema.builder(Message.class, Builder.class)
          .newItemBuilder(Builder::new, Builder::build)
          .addAttribute(
              String.class,
              a ->
                  a.name(PK)
                      .getter(message -> MESSAGE_PREFIX + message.groupUuid())
                      .setter((b, pk) -> b.groupUuid = MessagesTableSchema.groupUuid(pk))
                      .tags(primaryPartitionKey()))
          .addAttribute(
              Timestamp.class,
              a ->
                  a.name(SK)
                      .getter(Message::createdAt)
                      .setter((b, sk) -> b.createdAt = sk)
                      .attributeConverter(new TimestampConverter())
                      .tags(primarySortKey()))
          .addAttribute(
              UUID.class,
              a -> a.name(MESSAGE_UUID).getter(Message::uuid).setter((b, uuid) -> b.uuid = uuid))
          .addAttribute(
              String.class,
              a -> a.name(MESSAGE).getter(Message::text).setter((b, text) -> b.text = text))
          .addAttribute(
              UUID.class,
              a ->
                  a.name(USER_UUID)
                      .getter(message -> message.sender().uuid())
                      .setter((b, uuid) -> b.userUuid = uuid))
          .addAttribute(
              String.class,
              a ->
                  a.name(USER_HANDLE)
                      .getter(message -> message.sender().handle())
                      .setter((b, handle) -> b.userHandle = handle))
          .addAttribute(
              String.class,
              a ->
                  a.name(USER_DISPLAY_NAME)
                      .getter(message -> message.sender().displayName())
                      .setter((b, name) -> b.userDisplayName = name))
          .build();

  private MessageSchema() {}

  /// What the enhanced client fills while it reads a row.
  static final class Builder {
    private UUID groupUuid;
    private Timestamp createdAt;
    private UUID uuid;
    private String text;
    private UUID userUuid;
    // A row without them is still a message worth showing.
    private String userHandle = "";
    private String userDisplayName = "";

    Message build() {
      return new Message(
          groupUuid, uuid, createdAt, new User(userUuid, userHandle, userDisplayName), text);
    }
  }
}
