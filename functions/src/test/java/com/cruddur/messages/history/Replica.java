package com.cruddur.messages.history;

import com.cruddur.messages.testing.Faults.Call;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The table, followed write by write: what its stream has said, and how it was a few writes ago,
/// which is how a late index shows it.
final class Replica {
  private static final ObjectMapper JSON = new ObjectMapper();

  // The state after each write, the newest last.
  private final List<Map<String, JsonNode>> versions = new ArrayList<>(List.of(new TreeMap<>()));
  private final List<JsonNode> messages = new ArrayList<>();

  /// Takes over what a request that succeeded has written.
  ///
  /// @return whether it was a write
  boolean apply(Call call) throws IOException {
    var request = JSON.readTree(call.body());
    var rows = new TreeMap<>(now());
    switch (call.operation()) {
      case "PutItem" -> put(rows, request.get("Item"));
      case "DeleteItem" -> rows.remove(key(request.get("Key")));
      case "TransactWriteItems" -> {
        for (var action : request.get("TransactItems")) {
          if (action.has("Delete")) {
            rows.remove(key(action.get("Delete").get("Key")));
          }
        }
        for (var action : request.get("TransactItems")) {
          if (action.has("Put")) {
            put(rows, action.get("Put").get("Item"));
          }
        }
      }
      default -> {
        return false;
      }
    }
    versions.add(rows);
    return true;
  }

  private void put(Map<String, JsonNode> rows, JsonNode row) {
    if (rows.put(key(row), row) == null && pk(row).startsWith("MSG#")) {
      messages.add(row);
    }
  }

  /// All rows, by their keys.
  Map<String, JsonNode> now() {
    return versions.getLast();
  }

  /// All messages, in the order they were written.
  List<JsonNode> messages() {
    return messages;
  }

  /// The inbox rows, and whose and of which conversation each is.
  List<JsonNode> groupRows() {
    return now().values().stream().filter(row -> pk(row).startsWith("GRP#")).toList();
  }

  /// What the index answers to a query that is `lags` writes late, row by row: a row that moved may
  /// be seen in both places, or in neither.
  String lateIndex(String query, List<Integer> lags) throws IOException {
    var group =
        JSON.readTree(query).get("ExpressionAttributeValues").get(":group").get("S").textValue();
    var keys = new HashMap<String, Integer>();
    versions.forEach(rows -> rows.keySet().forEach(key -> keys.putIfAbsent(key, keys.size())));
    var answer = JSON.createObjectNode();
    var items = answer.putArray("Items");
    keys.keySet().stream()
        .map(
            key -> {
              var lag = lags.get(keys.get(key) % lags.size());
              return versions.get(Math.max(0, versions.size() - 1 - lag)).get(key);
            })
        .filter(row -> row != null && row.has("message_group_uuid"))
        .filter(row -> text(row, "message_group_uuid").equals(group))
        .sorted(Comparator.comparing(row -> text(row, "sk")))
        .forEach(items::add);
    answer.put("Count", items.size());
    return answer.toString();
  }

  static String key(JsonNode row) {
    return pk(row) + " / " + text(row, "sk");
  }

  static String pk(JsonNode row) {
    return text(row, "pk");
  }

  /// A text attribute; null when the row has none.
  static String text(JsonNode row, String attribute) {
    return row instanceof ObjectNode && row.has(attribute)
        ? row.get(attribute).get("S").textValue()
        : null;
  }
}
