package com.cruddur.messages.cli.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A row as a line of a file, `{"Item":{…}}`: the format of DynamoDB's own export to S3, so that
/// either's files can be imported.
///
/// See
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html>
public final class ItemLine {
  private static final String ITEM = "Item";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ItemLine() {}

  /// The line, without its end.
  public static ObjectNode of(Map<String, AttributeValue> row) {
    var line = JsonNodeFactory.instance.objectNode();
    line.set(ITEM, DynamoDbJson.toJson(row));
    return line;
  }

  /// The row in a line; a bare item, without `Item` around it, is taken as well.
  ///
  /// @throws DynamoDbJsonException when there is none
  static Map<String, AttributeValue> parse(String line) {
    return DynamoDbJson.fromJson(item(json(line)));
  }

  // A bare item has more attributes than one: pk and sk.
  private static JsonNode item(JsonNode json) {
    return json.size() == 1 && json.has(ITEM) ? json.get(ITEM) : json;
  }

  // Without Jackson's own message, which quotes what it has read.
  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new DynamoDbJsonException(
          "",
          "expected one JSON object that has no name twice, found something else%s"
              .formatted(at == null ? "" : " at character " + at.getColumnNr()));
    }
  }
}
