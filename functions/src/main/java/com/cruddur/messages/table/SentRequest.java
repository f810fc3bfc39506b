package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.CONVERSATION_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.EXPIRES_AT;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SENT_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.SK;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import com.cruddur.messages.message.CreateMessageResult.Answer;
import com.cruddur.messages.message.IdempotencyKey;
import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.Timestamp;
import java.time.Instant;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// A request that was sent with an idempotency key, as a row: `IDM#{sender}` / the key's digest. It
/// says which message the request became, so that its answer can be given again; the text is not
/// kept twice.
///
/// @param createdAt with `groupUuid`, where the message lies
/// @param answer which answer it got
/// @param expiresAt until when it counts, in seconds since 1970
record SentRequest(
    UUID sender,
    String digest,
    UUID groupUuid,
    Timestamp createdAt,
    Answer answer,
    Long expiresAt) {
  private static final String CREATED_AT = "message_created_at";
  private static final String ANSWER = "answer";

  static final TableSchema<SentRequest> SCHEMA =
      StaticImmutableTableSchema.builder(SentRequest.class, Builder.class)
          .newItemBuilder(Builder::new, Builder::build)
          .addAttribute(
              String.class,
              a ->
                  a.name(PK)
                      .getter(sent -> SENT_PREFIX + sent.sender())
                      .setter((b, pk) -> b.sender = MessagesTableSchema.uuid(SENT_PREFIX, pk))
                      .tags(primaryPartitionKey()))
          .addAttribute(
              String.class,
              a ->
                  a.name(SK)
                      .getter(SentRequest::digest)
                      .setter((b, digest) -> b.digest = digest)
                      .tags(primarySortKey()))
          .addAttribute(
              UUID.class,
              a ->
                  a.name(CONVERSATION_UUID)
                      .getter(SentRequest::groupUuid)
                      .setter((b, uuid) -> b.groupUuid = uuid))
          .addAttribute(
              Timestamp.class,
              a ->
                  a.name(CREATED_AT)
                      .getter(SentRequest::createdAt)
                      .setter((b, at) -> b.createdAt = at)
                      .attributeConverter(new TimestampConverter()))
          .addAttribute(
              Answer.class,
              a ->
                  a.name(ANSWER)
                      .getter(SentRequest::answer)
                      .setter((b, answer) -> b.answer = answer))
          .addAttribute(
              Long.class,
              a ->
                  a.name(EXPIRES_AT)
                      .getter(SentRequest::expiresAt)
                      .setter((b, seconds) -> b.expiresAt = seconds))
          .build();

  /// What the enhanced client fills while it reads a row.
  static final class Builder {
    private UUID sender;
    private String digest;
    private UUID groupUuid;
    private Timestamp createdAt;
    private Answer answer;
    private Long expiresAt;

    SentRequest build() {
      return new SentRequest(sender, digest, groupUuid, createdAt, answer, expiresAt);
    }
  }

  /// The request that became `message`.
  ///
  /// @param sentAt when it came, by the clock; the message may be dated later, behind its
  ///     neighbours
  static SentRequest of(Message message, IdempotencyKey key, Instant sentAt) {
    return new SentRequest(
        message.sender().uuid(),
        key.digest(),
        message.groupUuid(),
        message.createdAt(),
        key.answer(),
        // Rounded up: the full time counts.
        sentAt.plus(IdempotencyKey.REMEMBERED).plusNanos(999_999_999).getEpochSecond());
  }
}
