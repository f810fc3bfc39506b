package com.cruddur.messages.testing;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A batch of a table's stream, to become an event by way of its JSON and Lambda's serializer.
/// Record number n has the sequence number n, counted from 1.
public final class Stream {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Map<String, Object>> records = new ArrayList<>();

  /// The insertion of each of these rows.
  public static Stream inserted(List<Map<String, AttributeValue>> rows) {
    var stream = new Stream();
    rows.forEach(row -> stream.add("INSERT", row));
    return stream;
  }

  /// A message that was inserted, with as much as the inboxes need.
  public static Stream message(UUID group, String at, String text) {
    return inserted(List.of(Table.row("MSG#" + group, at, "message", text)));
  }

  public Stream add(String eventName, Map<String, AttributeValue> row) {
    var change = new LinkedHashMap<String, Object>();
    change.put("ApproximateCreationDateTime", 1_777_888_999.0);
    change.put("Keys", json(Map.of("pk", row.get("pk"), "sk", row.get("sk"))));
    if (!eventName.equals("REMOVE")) {
      change.put("NewImage", json(row));
    }
    return addChange(eventName, change);
  }

  /// A record with this change, which may lack whatever a record should have.
  public Stream addChange(String eventName, Map<String, Object> change) {
    var numbered = new LinkedHashMap<>(change);
    numbered.put("SequenceNumber", Integer.toString(records.size() + 1));
    numbered.put("SizeBytes", 100);
    numbered.put("StreamViewType", "NEW_IMAGE");
    var record = new LinkedHashMap<String, Object>();
    record.put("eventID", "e" + records.size());
    record.put("eventName", eventName);
    record.put("eventVersion", "1.1");
    record.put("eventSource", "aws:dynamodb");
    record.put("awsRegion", "us-east-1");
    record.put("dynamodb", numbered);
    records.add(record);
    return this;
  }

  public DynamodbEvent event() {
    return LambdaEventSerializers.serializerFor(DynamodbEvent.class, Stream.class.getClassLoader())
        .fromJson(json());
  }

  /// The event as Lambda sends it.
  public String json() {
    try {
      return JSON.writeValueAsString(Map.of("Records", records));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, Object> json(Map<String, AttributeValue> row) {
    var attributes = new LinkedHashMap<String, Object>();
    row.forEach((name, value) -> attributes.put(name, Map.of("S", value.s())));
    return attributes;
  }
}
