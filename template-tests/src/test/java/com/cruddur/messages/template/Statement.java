package com.cruddur.messages.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A statement of an IAM policy.
///
/// @param effect `Allow` or `Deny`
/// @param conditions by `Operator key`, such as `StringEquals aws:SourceAccount`
record Statement(
    String effect,
    List<String> actions,
    List<String> resources,
    SequencedMap<String, List<String>> conditions) {
  /// @param json as a policy has it
  static Statement of(JsonNode json) {
    var conditions = new TreeMap<String, List<String>>();
    for (var operator : json.path("Condition").properties()) {
      for (var key : operator.getValue().properties()) {
        conditions.put(operator.getKey() + " " + key.getKey(), texts(key.getValue()));
      }
    }
    for (var field : List.of("NotAction", "NotResource")) {
      if (json.has(field)) {
        throw new AssertionError("no reading of " + json);
      }
    }
    return new Statement(
        json.get("Effect").textValue(),
        texts(json.get("Action")),
        texts(json.get("Resource")),
        conditions);
  }

  private static List<String> texts(JsonNode oneOrMany) {
    return oneOrMany.isArray()
        ? oneOrMany.valueStream().map(JsonNode::textValue).toList()
        : List.of(oneOrMany.textValue());
  }

  /// For people to read.
  String text() {
    var text = new StringBuilder("  " + effect + "\n");
    actions.stream().sorted().forEach(action -> text.append("    ").append(action).append('\n'));
    resources.forEach(resource -> text.append("    on ").append(resource).append('\n'));
    conditions.forEach(
        (condition, values) ->
            text.append(
                values.stream()
                    .collect(Collectors.joining(" | ", "    if " + condition + " = ", "\n"))));
    return text.toString();
  }
}
