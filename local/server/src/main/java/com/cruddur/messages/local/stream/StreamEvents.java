package com.cruddur.messages.local.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/// The JSON of a DynamoDB stream event, field for field as Lambda sends it.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html>
final class StreamEvents {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = new JsonMapper();

  private StreamEvents() {}

  /// The record as an event has it.
  static EventRecord record(Record record, String streamArn) {
    var change = record.dynamodb();
    var json = JSON.objectNode();
    json.put("eventID", record.eventID())
        .put("eventName", record.eventNameAsString())
        .put("eventVersion", record.eventVersion())
        .put("eventSource", record.eventSource())
        .put("awsRegion", record.awsRegion());
    if (record.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("principalId", record.userIdentity().principalId())
          .put("type", record.userIdentity().type());
    }
    var dynamodb = json.putObject("dynamodb");
    dynamodb.put(
        "ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    dynamodb.set("Keys", item(change.keys()));
    if (change.hasNewImage()) {
      dynamodb.set("NewImage", item(change.newImage()));
    }
    if (change.hasOldImage()) {
      dynamodb.set("OldImage", item(change.oldImage()));
    }
    dynamodb
        .put("SequenceNumber", change.sequenceNumber())
        .put("SizeBytes", change.sizeBytes())
        .put("StreamViewType", change.streamViewTypeAsString());
    json.put("eventSourceARN", streamArn);
    return new EventRecord(change.sequenceNumber(), change.approximateCreationDateTime(), json);
  }

  /// The whole event, UTF-8.
  static byte[] event(List<EventRecord> records) {
    var event = JSON.objectNode();
    var array = event.putArray("Records");
    records.forEach(record -> array.add(record.json()));
    try {
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
    }
  }

  private static ObjectNode item(Map<String, AttributeValue> attributes) {
    var item = JSON.objectNode();
    attributes.forEach((name, value) -> item.set(name, value(value)));
    return item;
  }

  private static ObjectNode value(AttributeValue value) {
    var json = JSON.objectNode();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case B -> json.put("B", value.b().asByteArrayUnsafe());
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case SS -> value.ss().forEach(json.putArray("SS")::add);
      case NS -> value.ns().forEach(json.putArray("NS")::add);
      case BS -> value.bs().forEach(bytes -> json.withArray("/BS").add(bytes.asByteArrayUnsafe()));
      case L -> {
        var list = json.putArray("L");
        value.l().forEach(element -> list.add(value(element)));
      }
      case M -> json.set("M", item(value.m()));
      default -> throw new IllegalArgumentException("attribute type " + value.type());
    }
    return json;
  }
}
