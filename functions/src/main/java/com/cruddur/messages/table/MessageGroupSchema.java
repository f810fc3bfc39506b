package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.LAST_MESSAGE_AT;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_GROUP_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;
import static com.cruddur.messages.table.MessagesTableSchema.USER_DISPLAY_NAME;
import static com.cruddur.messages.table.MessagesTableSchema.USER_HANDLE;
import static com.cruddur.messages.table.MessagesTableSchema.USER_UUID;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.user.User;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;

/// A conversation in a member's inbox as a row: `GRP#{member}` / last message at.
final class MessageGroupSchema {
  static final TableSchema<MessageGroup> SCHEMA =
      StaticImmutableTableSchema.builder(MessageGroup.class, Builder.class)
          .newItemBuilder(Builder::new, Builder::build)
          .addAttribute(
              String.class,
              a ->
                  a.name(PK)
                      .getter(group -> GROUP_PREFIX + group.member())
                      .setter((b, pk) -> b.member = MessagesTableSchema.uuid(GROUP_PREFIX, pk))
                      .tags(primaryPartitionKey()))
          .addAttribute(
              Timestamp.class,
              a ->
                  a.name(SK)
                      .getter(MessageGroup::lastMessageAt)
                      .setter((b, sk) -> b.key = sk)
                      .attributeConverter(new TimestampConverter())
                      .tags(primarySortKey()))
          .addAttribute(
              Timestamp.class,
              a ->
                  a.name(LAST_MESSAGE_AT)
                      .getter(group -> null)
                      .setter((b, at) -> b.lastMessageAt = at)
                      .attributeConverter(new TimestampConverter()))
          .addAttribute(
              UUID.class,
              a ->
                  a.name(MESSAGE_GROUP_UUID)
                      .getter(MessageGroup::uuid)
                      .setter((b, uuid) -> b.uuid = uuid))
          .addAttribute(
              String.class,
              a ->
                  a.name(MESSAGE)
                      .getter(MessageGroup::lastMessage)
                      .setter((b, text) -> b.lastMessage = text))
          .addAttribute(
              UUID.class,
              a ->
                  a.name(USER_UUID)
                      .getter(group -> group.other().uuid())
                      .setter((b, uuid) -> b.userUuid = uuid))
          .addAttribute(
              String.class,
              a ->
                  a.name(USER_HANDLE)
                      .getter(group -> group.other().handle())
                      .setter((b, handle) -> b.userHandle = handle))
          .addAttribute(
              String.class,
              a ->
                  a.name(USER_DISPLAY_NAME)
                      .getter(group -> group.other().displayName())
                      .setter((b, name) -> b.userDisplayName = name))
          .build();

  private MessageGroupSchema() {}

  /// Writes a group row unless its place is taken.
  static TransactPutItemEnhancedRequest<MessageGroup> ifNew(MessageGroup group) {
    return TransactPutItemEnhancedRequest.builder(MessageGroup.class)
        .item(group)
        .conditionExpression(MessageRepository.NOT_THERE)
        .build();
  }

  /// What the enhanced client fills while it reads a row.
  static final class Builder {
    private UUID uuid;
    private UUID member;
    private Timestamp key;
    private Timestamp lastMessageAt;
    private String lastMessage;
    private UUID userUuid;
    // A row without them is still a message worth showing.
    private String userHandle = "";
    private String userDisplayName = "";

    MessageGroup build() {
      return new MessageGroup(
          uuid,
          member,
          lastMessageAt == null ? key : lastMessageAt,
          new User(userUuid, userHandle, userDisplayName),
          lastMessage);
    }
  }
}
