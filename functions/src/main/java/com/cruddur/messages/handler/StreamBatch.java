package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.MessagesTableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The new messages in a batch of the table's stream, up to the first record that cannot be read.
///
/// @param messages in stream order
/// @param sequenceNumbers of the records that held them
/// @param unreadable the sequence number of the first record that cannot be read, if there is one
record StreamBatch(
    List<NewMessage> messages, List<String> sequenceNumbers, Optional<String> unreadable) {
  private static final Logger LOG = LoggerFactory.getLogger(StreamBatch.class);

  static StreamBatch of(DynamodbEvent event) {
    var messages = new ArrayList<NewMessage>();
    var sequenceNumbers = new ArrayList<String>();
    for (var record : Optional.ofNullable(event.getRecords()).orElse(List.of())) {
      try {
        newMessage(record)
            .ifPresent(
                message -> {
                  messages.add(message);
                  sequenceNumbers.add(sequenceNumber(record));
                });
      } catch (RuntimeException e) {
        var unreadable = sequenceNumber(record);
        LOG.error("record {} cannot be read", unreadable, e);
        return new StreamBatch(messages, sequenceNumbers, Optional.of(unreadable));
      }
    }
    return new StreamBatch(messages, sequenceNumbers, Optional.empty());
  }

  /// The answer to Lambda.
  ///
  /// @param failed the index of the message to go on from, as `UpdateMessageGroups` returns it
  StreamsEventResponse response(OptionalInt failed) {
    var first =
        failed.isPresent() ? Optional.of(sequenceNumbers.get(failed.getAsInt())) : unreadable;
    return new StreamsEventResponse(
        first.stream().map(StreamsEventResponse.BatchItemFailure::new).toList());
  }

  // Empty for what is no new message: changes, deletions, and rows of any other kind, our own
  // rewrites among them. The event filter keeps them away; that they change nothing must not hang
  // on a filter.
  private static Optional<NewMessage> newMessage(DynamodbStreamRecord record) {
    if (record.getEventName() == null) {
      throw new IllegalArgumentException("the record names no event");
    }
    if (!record.getEventName().equals("INSERT")) {
      return Optional.empty();
    }
    var pk = string(record.getDynamodb().getKeys(), MessagesTableSchema.PK);
    if (!pk.startsWith(MessagesTableSchema.MESSAGE_PREFIX)) {
      return Optional.empty();
    }
    var image = record.getDynamodb().getNewImage();
    return Optional.of(
        new NewMessage(
            MessagesTableSchema.groupUuid(pk),
            Timestamp.parse(string(image, MessagesTableSchema.SK)),
            Optional.ofNullable(image.get(MessagesTableSchema.USER_UUID))
                .map(AttributeValue::getS)
                .orElse(null),
            string(image, MessagesTableSchema.MESSAGE)));
  }

  private static String string(Map<String, AttributeValue> attributes, String name) {
    return Optional.ofNullable(attributes)
        .map(all -> all.get(name))
        .map(AttributeValue::getS)
        .orElseThrow(() -> new IllegalArgumentException("no string attribute " + name));
  }

  // Lambda takes an empty item identifier as "the whole batch failed", which is right when the
  // record has none.
  private static String sequenceNumber(DynamodbStreamRecord record) {
    return Optional.ofNullable(record)
        .map(DynamodbStreamRecord::getDynamodb)
        .map(change -> change.getSequenceNumber())
        .orElse("");
  }
}
