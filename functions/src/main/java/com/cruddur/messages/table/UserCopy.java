package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.EXPIRES_AT;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;
import static com.cruddur.messages.table.MessagesTableSchema.USER_DISPLAY_NAME;
import static com.cruddur.messages.table.MessagesTableSchema.USER_HANDLE;
import static com.cruddur.messages.table.MessagesTableSchema.USER_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.USER_UUID;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import com.cruddur.messages.user.User;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// A user as a row: `USR#{cognito user id}` / `USR`.
///
/// @param expiresAt until when it counts, in seconds since 1970
record UserCopy(String cognitoUserId, User user, Long expiresAt) {
  static final String SORT_KEY = "USR";

  static final TableSchema<UserCopy> SCHEMA =
      StaticImmutableTableSchema.builder(UserCopy.class, Builder.class)
          .newItemBuilder(Builder::new, Builder::build)
          .addAttribute(
              String.class,
              a ->
                  a.name(PK)
                      .getter(copy -> USER_PREFIX + copy.cognitoUserId())
                      .setter((b, pk) -> b.cognitoUserId = pk.substring(USER_PREFIX.length()))
                      .tags(primaryPartitionKey()))
          .addAttribute(
              String.class,
              a -> a.name(SK).getter(_ -> SORT_KEY).setter((_, _) -> {}).tags(primarySortKey()))
          .addAttribute(
              UUID.class,
              a ->
                  a.name(USER_UUID)
                      .getter(copy -> copy.user().uuid())
                      .setter((b, uuid) -> b.uuid = uuid))
          .addAttribute(
              String.class,
              a ->
                  a.name(USER_HANDLE)
                      .getter(copy -> copy.user().handle())
                      .setter((b, handle) -> b.handle = handle))
          .addAttribute(
              String.class,
              a ->
                  a.name(USER_DISPLAY_NAME)
                      .getter(copy -> copy.user().displayName())
                      .setter((b, name) -> b.displayName = name))
          .addAttribute(
              Long.class,
              a ->
                  a.name(EXPIRES_AT)
                      .getter(UserCopy::expiresAt)
                      .setter((b, seconds) -> b.expiresAt = seconds))
          .build();

  /// What the enhanced client fills while it reads a row.
  static final class Builder {
    private String cognitoUserId;
    private UUID uuid;
    private String handle;
    private String displayName;
    private Long expiresAt;

    UserCopy build() {
      return new UserCopy(cognitoUserId, new User(uuid, handle, displayName), expiresAt);
    }
  }
}
