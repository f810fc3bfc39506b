package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.EXPIRES_AT;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.SENT_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import com.cruddur.messages.message.CreateMessageResult;
import com.cruddur.messages.message.CreateMessageResult.Sent;
import com.cruddur.messages.message.CreateMessageResult.SentBefore;
import com.cruddur.messages.message.IdempotencyKey;
import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.Page;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.message.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The messages of the conversations (patterns A and C).
public final class MessageRepository {
  // As many neighbours as can take the wanted microsecond away before something else must be wrong.
  private static final int ATTEMPTS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(MessageRepository.class);

  static final Expression NOT_THERE =
      Expression.builder().expression("attribute_not_exists(pk)").build();

  private final MessagesTable table;

  public MessageRepository(MessagesTable table) {
    this.table = table;
  }

  /// A page of the conversation, oldest first. One request.
  ///
  /// Pages are cut in the order of the keys. Within a page the messages stand by their real time,
  /// which matters where the Python service wrote keys in other offsets.
  public Page<Message> page(UUID groupUuid, PageRequest request) {
    var page = table.page(MESSAGE_PREFIX + groupUuid, request, MessageSchema.SCHEMA);
    var oldestFirst =
        page.items().reversed().stream().sorted(Comparator.comparing(Message::createdAt)).toList();
    return new Page<>(oldestFirst, page.older(), page.newer());
  }

  /// Writes a message behind everything that stands in its conversation, at its own time or, where
  /// that is taken or past, at the next free microsecond. Two requests when nobody interferes.
  ///
  /// @param key when it has been used by the same sender before, nothing is written
  public CreateMessageResult append(Message message, Optional<IdempotencyKey> key) {
    var sentAt = message.createdAt().instant();
    var behind = newest(message.groupUuid()).map(Timestamp::next);
    var wanted = message.at(behind.map(message.createdAt()::max).orElse(message.createdAt()));
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var candidate = wanted;
      var stored = key.map(k -> putOnce(candidate, k, sentAt)).orElseGet(() -> put(candidate));
      if (stored.isPresent()) {
        return stored.get();
      }
      wanted = wanted.at(wanted.createdAt().next());
    }
    throw new IllegalStateException(
        "no free microsecond in " + message.groupUuid() + " up to " + wanted.createdAt());
  }

  /// The message at a place, if there is one.
  Optional<Message> get(UUID groupUuid, Timestamp createdAt) {
    var key =
        Key.builder()
            .partitionValue(MESSAGE_PREFIX + groupUuid)
            .sortValue(createdAt.stored())
            .build();
    return Optional.ofNullable(
        table.messages().getItem(request -> request.key(key).consistentRead(true)));
  }

  // Read from the table itself: a message must sort after every message its sender could have read,
  // also when the clock of the function that wrote that one was ahead of ours.
  private Optional<Timestamp> newest(UUID groupUuid) {
    var last = keys(groupUuid, 1);
    // One of ours is the last. Where a stray row is, or one of another offset, the last by the
    // letters need not be the last in time.
    return last.isEmpty() || isOurs(last.getFirst())
        ? last.stream().map(Timestamp::parse).findFirst()
        : keys(groupUuid, PageRequest.MAX_LIMIT).stream()
            .flatMap(sk -> lastOf(sk).stream())
            .max(Comparator.naturalOrder());
  }

  private List<String> keys(UUID groupUuid, int limit) {
    var query =
        QueryRequest.builder()
            .tableName(table.name())
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS(MESSAGE_PREFIX + groupUuid)))
            .projectionExpression(SK)
            .consistentRead(true)
            .scanIndexForward(false)
            .limit(limit)
            .build();
    return table.client().query(query).items().stream().map(row -> row.get(SK).s()).toList();
  }

  private static boolean isOurs(String sk) {
    return lastOf(sk).filter(time -> time.stored().equals(sk)).isPresent();
  }

  // A key in another offset counts as it stands too: the table sorts texts, and the new key has to
  // sort after it. Empty for what leaves no time after it, or is none.
  private static Optional<Timestamp> lastOf(String sk) {
    try {
      var asText = Timestamp.parse(sk.replaceFirst("(Z|[+-][0-9:]+)$", ""));
      var last = Timestamp.parse(sk).max(asText).canonical();
      last.next();
      return Optional.of(last);
    } catch (DateTimeException e) {
      LOG.warn("the sort key {} of a message is no time to go on from", sk);
      return Optional.empty();
    }
  }

  // Empty when the place is taken by another message.
  private Optional<CreateMessageResult> put(Message message) {
    try {
      table
          .messages()
          .putItem(
              PutItemEnhancedRequest.builder(Message.class)
                  .item(message)
                  .conditionExpression(NOT_THERE)
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .build());
      return Optional.of(new Sent(message));
    } catch (ConditionalCheckFailedException e) {
      // An attempt whose answer was lost has taken the place itself.
      var uuid = e.item().get(MESSAGE_UUID);
      var ours = uuid != null && message.uuid().toString().equals(uuid.s());
      return ours ? Optional.of(new Sent(message)) : Optional.empty();
    }
  }

  // Empty when the place is taken by another message.
  private Optional<CreateMessageResult> putOnce(
      Message message, IdempotencyKey key, Instant sentAt) {
    try {
      table
          .enhanced()
          .transactWriteItems(
              transaction ->
                  transaction
                      .addPutItem(table.sentRequests(), firstTime(message, key, sentAt))
                      .addPutItem(
                          table.messages(),
                          TransactPutItemEnhancedRequest.builder(Message.class)
                              .item(message)
                              .conditionExpression(NOT_THERE)
                              .build()));
      return Optional.of(new Sent(message));
    } catch (TransactionCanceledException e) {
      var sent = Cancellation.of(e).conditionFailed(0);
      if (sent.isPresent()) {
        return Optional.of(sentBefore(SentRequest.SCHEMA.mapToItem(sent.get())));
      }
      if (Cancellation.of(e).conditionFailed(1).isPresent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// The row that claims an idempotency key: there must be none, or one that no longer counts.
  static TransactPutItemEnhancedRequest<SentRequest> firstTime(
      Message message, IdempotencyKey key, Instant sentAt) {
    var now = sentAt.getEpochSecond();
    return TransactPutItemEnhancedRequest.builder(SentRequest.class)
        .item(SentRequest.of(message, key, sentAt))
        .conditionExpression(
            Expression.builder()
                .expression("attribute_not_exists(pk) OR #expires <= :now")
                .putExpressionName("#expires", EXPIRES_AT)
                .putExpressionValue(":now", AttributeValue.fromN(Long.toString(now)))
                .build())
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  /// What the sender got for this key, if he has used it and it still counts.
  public Optional<CreateMessageResult> sentBefore(
      UUID sender, Optional<IdempotencyKey> key, Timestamp now) {
    return key.map(
            k ->
                table
                    .sentRequests()
                    .getItem(
                        request ->
                            request
                                .key(
                                    Key.builder()
                                        .partitionValue(SENT_PREFIX + sender)
                                        .sortValue(k.digest())
                                        .build())
                                .consistentRead(true)))
        .filter(sent -> sent.expiresAt() > now.instant().getEpochSecond())
        .map(this::sentBefore);
  }

  /// What the request of this row got.
  CreateMessageResult sentBefore(SentRequest sent) {
    var message =
        get(sent.groupUuid(), sent.createdAt())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the message of %s at %s is gone"
                            .formatted(sent.groupUuid(), sent.createdAt())));
    return new SentBefore(message, sent.answer());
  }
}
