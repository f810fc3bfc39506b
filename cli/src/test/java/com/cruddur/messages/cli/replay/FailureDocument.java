package com.cruddur.messages.cli.replay;

import com.cruddur.messages.cli.transfer.DynamoDbJson;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A document as Lambda puts it into its on-failure destination in S3.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html>
final class FailureDocument {
  private static final String STREAM =
      "arn:aws:dynamodb:us-east-1:123456789012:table/messages/stream/2026-05-04T10:00:00.000";

  private FailureDocument() {}

  /// The batch of these insertions. Record number n has the sequence number n, counted from 1.
  static String of(List<Map<String, AttributeValue>> rows) {
    var event = JsonNodeFactory.instance.objectNode();
    var records = event.putArray("Records");
    for (var i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var record = records.addObject();
      record
          .put("eventID", "e" + i)
          .put("eventName", "INSERT")
          .put("eventVersion", "1.1")
          .put("eventSource", "aws:dynamodb")
          .put("awsRegion", "us-east-1")
          .put("eventSourceARN", STREAM);
      var change = record.putObject("dynamodb");
      change
          .put("ApproximateCreationDateTime", 1_777_888_999)
          .put("SequenceNumber", Integer.toString(i + 1))
          .put("SizeBytes", 100)
          .put("StreamViewType", "NEW_IMAGE");
      change.set("Keys", DynamoDbJson.toJson(Map.of("pk", row.get("pk"), "sk", row.get("sk"))));
      change.set("NewImage", DynamoDbJson.toJson(row));
    }
    return withoutPayload().put("payload", event.toString()).toPrettyString();
  }

  /// What a destination that is no S3 gets: where the records were.
  static ObjectNode withoutPayload() {
    var document = JsonNodeFactory.instance.objectNode();
    document
        .putObject("requestContext")
        .put("requestId", "r")
        .put("functionArn", "arn:aws:lambda:us-east-1:123456789012:function:UpdateMessageGroups")
        .put("condition", "RetryAttemptsExhausted")
        .put("approximateInvokeCount", 11);
    document.put("version", "1.0").put("timestamp", "2026-05-04T10:00:00.000Z");
    document
        .putObject("DDBStreamBatchInfo")
        .put("shardId", "shardId-1")
        .put("startSequenceNumber", "1")
        .put("endSequenceNumber", "3")
        .put("batchSize", 3)
        .put("streamArn", STREAM);
    return document;
  }

  static Path write(Path file, String document) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
