package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.CONVERSATION_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.PAIR_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The one conversation of two users, as a row: `PAIR#{smaller uuid}#{greater uuid}` / `PAIR`. Its
/// key is what sixteen first messages race for.
///
/// @param key the partition key
record Pair(String key, UUID groupUuid) {
  private static final String ONLY = "PAIR";

  static final TableSchema<Pair> SCHEMA =
      StaticImmutableTableSchema.builder(Pair.class, Builder.class)
          .newItemBuilder(Builder::new, Builder::build)
          .addAttribute(
              String.class,
              a ->
                  a.name(PK)
                      .getter(Pair::key)
                      .setter((b, pk) -> b.key = pk)
                      .tags(primaryPartitionKey()))
          .addAttribute(
              String.class,
              a -> a.name(SK).getter(pair -> ONLY).setter((b, sk) -> {}).tags(primarySortKey()))
          .addAttribute(
              UUID.class,
              a ->
                  a.name(CONVERSATION_UUID)
                      .getter(Pair::groupUuid)
                      .setter((b, uuid) -> b.groupUuid = uuid))
          .build();

  /// The pair's conversation; the order of the two does not matter.
  static Pair of(UUID one, UUID other, UUID groupUuid) {
    // By text: UUID.compareTo is signed and would not agree with the order of the keys.
    var a = one.toString();
    var b = other.toString();
    var key = a.compareTo(b) < 0 ? a + '#' + b : b + '#' + a;
    return new Pair(PAIR_PREFIX + key, groupUuid);
  }

  /// Writes it unless the two have a conversation; then the cancellation carries that pair's row.
  TransactPutItemEnhancedRequest<Pair> ifNew() {
    return TransactPutItemEnhancedRequest.builder(Pair.class)
        .item(this)
        .conditionExpression(MessageRepository.NOT_THERE)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  /// What the enhanced client fills while it reads a row.
  static final class Builder {
    private String key;
    private UUID groupUuid;

    Pair build() {
      return new Pair(key, groupUuid);
    }
  }
}
