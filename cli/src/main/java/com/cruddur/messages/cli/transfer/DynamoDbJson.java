package com.cruddur.messages.cli.transfer;

import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A row as DynamoDB JSON, `{"pk":{"S":"…"},"sk":{"S":"…"},…}`, and back, in all ten types.
///
/// See
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html>
public final class DynamoDbJson {
  // The key first, for those who read it; then by name, so that equal rows give equal text.
  private static final Comparator<String> KEY_FIRST =
      Comparator.comparing((String name) -> !name.equals(PK))
          .thenComparing(name -> !name.equals(SK))
          .thenComparing(Comparator.naturalOrder());

  private DynamoDbJson() {}

  /// The row's attributes: the key first, the others by name.
  ///
  /// @throws IllegalArgumentException when an attribute is of no type this SDK knows
  public static ObjectNode toJson(Map<String, AttributeValue> row) {
    var json = JsonNodeFactory.instance.objectNode();
    row.keySet().stream()
        .sorted(KEY_FIRST)
        .forEach(name -> json.set(name, toJson(name, row.get(name))));
    return json;
  }

  /// The row that `json` describes.
  ///
  /// @throws DynamoDbJsonException when it describes none that DynamoDB would take
  public static Map<String, AttributeValue> fromJson(JsonNode json) {
    return DynamoDbJsonReader.row(json);
  }

  private static ObjectNode toJson(String name, AttributeValue value) {
    var json = JsonNodeFactory.instance.objectNode();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case B -> json.put("B", base64(value.b()));
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case M -> json.set("M", toJson(value.m()));
      case L -> {
        var list = json.putArray("L");
        value.l().forEach(element -> list.add(toJson(name, element)));
      }
      case SS -> value.ss().forEach(json.putArray("SS")::add);
      case NS -> value.ns().forEach(json.putArray("NS")::add);
      case BS -> {
        var set = json.putArray("BS");
        value.bs().forEach(bytes -> set.add(base64(bytes)));
      }
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException(name + ": a type of attribute this SDK does not know");
    }
    return json;
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
  }
}
