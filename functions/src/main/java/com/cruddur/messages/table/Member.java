package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.MEMBER_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// That somebody is a member of a conversation, as a row: `MBR#{group}` / the member's uuid. It
/// answers the question by key, right at once, where a group row could only be searched for.
record Member(UUID groupUuid, UUID userUuid) {
  static final TableSchema<Member> SCHEMA =
      StaticImmutableTableSchema.builder(Member.class, Builder.class)
          .newItemBuilder(Builder::new, Builder::build)
          .addAttribute(
              String.class,
              a ->
                  a.name(PK)
                      .getter(member -> MEMBER_PREFIX + member.groupUuid())
                      .setter((b, pk) -> b.groupUuid = MessagesTableSchema.uuid(MEMBER_PREFIX, pk))
                      .tags(primaryPartitionKey()))
          .addAttribute(
              UUID.class,
              a ->
                  a.name(SK)
                      .getter(Member::userUuid)
                      .setter((b, uuid) -> b.userUuid = uuid)
                      .tags(primarySortKey()))
          .build();

  /// What the enhanced client fills while it reads a row.
  static final class Builder {
    private UUID groupUuid;
    private UUID userUuid;

    Member build() {
      return new Member(groupUuid, userUuid);
    }
  }
}
