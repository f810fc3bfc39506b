package com.cruddur.messages.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Something that IAM is asked to allow: one operation on one row, or on the rows of one key.
///
/// @param action as IAM calls it
/// @param index the index that is read; empty for the table
/// @param leadingKey the partition key
public record TableRequest(String action, Optional<String> index, String leadingKey) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern EQUALS = Pattern.compile("([#\\w]+)\\s*=\\s*(:\\w+)");

  /// What a request to DynamoDB asks for. A transaction asks for each of its actions: it has no
  /// action of its own.
  ///
  /// @param operation as its `X-Amz-Target` names it
  /// @param body its JSON
  public static List<TableRequest> of(String operation, String body) {
    var json = read(body);
    return switch (operation) {
      case "TransactWriteItems" ->
          json.get("TransactItems").valueStream().map(TableRequest::inTransaction).toList();
      case "Query" -> List.of(query(json));
      default -> List.of(onRow(operation, json));
    };
  }

  /// Whether it changes something.
  public boolean writes() {
    return !action.equals("dynamodb:GetItem") && !action.equals("dynamodb:Query");
  }

  private static TableRequest inTransaction(JsonNode item) {
    var action = item.fieldNames().next();
    return onRow(action + "Item", item.get(action));
  }

  private static TableRequest onRow(String operation, JsonNode json) {
    var key =
        switch (operation) {
          case "PutItem" -> json.get("Item");
          case "GetItem", "DeleteItem", "UpdateItem", "ConditionCheckItem" -> json.get("Key");
          default -> throw new AssertionError("no reading of " + operation);
        };
    return new TableRequest("dynamodb:" + operation, Optional.empty(), key.at("/pk/S").textValue());
  }

  private static TableRequest query(JsonNode json) {
    var equality = EQUALS.matcher(json.get("KeyConditionExpression").textValue());
    if (!equality.find()) {
      throw new AssertionError("no key in " + json);
    }
    return new TableRequest(
        "dynamodb:Query",
        Optional.ofNullable(json.path("IndexName").textValue()),
        json.get("ExpressionAttributeValues").get(equality.group(2)).get("S").textValue());
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + body, e);
    }
  }
}
