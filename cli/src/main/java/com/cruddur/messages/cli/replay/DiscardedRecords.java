package com.cruddur.messages.cli.replay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/// Reads what Lambda puts into its on-failure destination in S3: its `payload` is the whole event,
/// as text.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html>
final class DiscardedRecords {
  private static final JsonMapper JSON = new JsonMapper();
  private static final PojoSerializer<DynamodbEvent> EVENTS =
      LambdaEventSerializers.serializerFor(
          DynamodbEvent.class, DiscardedRecords.class.getClassLoader());

  private DiscardedRecords() {}

  /// The records of the batch, in stream order.
  ///
  /// @throws UnreadableDocumentException when it is none, or has no records in it
  static List<DynamodbStreamRecord> of(byte[] document) throws UnreadableDocumentException {
    var payload = json(document).path("payload");
    if (!payload.isTextual()) {
      throw new UnreadableDocumentException("has no payload: the records themselves are not in it");
    }
    // The serializer takes anything for an event, even without records.
    for (var record : records(payload.textValue())) {
      if (!record.isObject()) {
        throw new UnreadableDocumentException("has something else than records in its payload");
      }
    }
    try {
      return EVENTS.fromJson(payload.textValue()).getRecords();
    } catch (RuntimeException e) {
      throw new UnreadableDocumentException("has records in its payload that cannot be read");
    }
  }

  private static JsonNode records(String payload) throws UnreadableDocumentException {
    try {
      var records = JSON.readTree(payload).path("Records");
      if (records.isArray() && !records.isEmpty()) {
        return records;
      }
    } catch (JsonProcessingException e) {
      // Said below.
    }
    throw new UnreadableDocumentException("has no event of a DynamoDB stream in its payload");
  }

  // Without Jackson's own message, which quotes what it has read.
  private static JsonNode json(byte[] document) throws UnreadableDocumentException {
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      throw new UnreadableDocumentException("is no JSON");
    }
  }
}
