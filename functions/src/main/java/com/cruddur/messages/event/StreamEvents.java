package com.cruddur.messages.event;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Batches of the table's stream, and what is said of them.
///
/// What cannot be read of a record is left out of it, so that the record fails and not the batch.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html>
final class StreamEvents {
  private StreamEvents() {}

  static DynamodbEvent read(JsonParser json) throws IOException {
    var event = new DynamodbEvent();
    Fields.read(
        json,
        name -> {
          if (name.equals("Records")) {
            event.setRecords(records(json));
          } else {
            json.skipChildren();
          }
        });
    return event;
  }

  private static List<DynamodbStreamRecord> records(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return null;
    }
    var records = new ArrayList<DynamodbStreamRecord>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      records.add(record(json));
    }
    return records;
  }

  private static DynamodbStreamRecord record(JsonParser json) throws IOException {
    var record = new DynamodbStreamRecord();
    var isThere =
        Fields.read(
            json,
            name -> {
              switch (name) {
                case "eventName" -> record.setEventName(Fields.text(json));
                case "dynamodb" -> record.setDynamodb(change(json));
                default -> json.skipChildren();
              }
            });
    return isThere ? record : null;
  }

  private static StreamRecord change(JsonParser json) throws IOException {
    var change = new StreamRecord();
    var isThere =
        Fields.read(
            json,
            name -> {
              switch (name) {
                case "Keys" -> change.setKeys(attributes(json));
                case "NewImage" -> change.setNewImage(attributes(json));
                case "SequenceNumber" -> change.setSequenceNumber(Fields.text(json));
                default -> json.skipChildren();
              }
            });
    return isThere ? change : null;
  }

  private static Map<String, AttributeValue> attributes(JsonParser json) throws IOException {
    var attributes = new HashMap<String, AttributeValue>();
    return Fields.read(json, name -> attributes.put(name, attribute(json))) ? attributes : null;
  }

  // All that the function reads are texts; anything else is an attribute without one.
  private static AttributeValue attribute(JsonParser json) throws IOException {
    var attribute = new AttributeValue();
    Fields.read(
        json,
        type -> {
          if (type.equals("S") && json.currentToken() == JsonToken.VALUE_STRING) {
            attribute.setS(json.getText());
          } else {
            json.skipChildren();
          }
        });
    return attribute;
  }

  static void write(StreamsEventResponse response, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("batchItemFailures");
    for (var failure : response.getBatchItemFailures()) {
      json.writeStartObject();
      json.writeStringField("itemIdentifier", failure.getItemIdentifier());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
