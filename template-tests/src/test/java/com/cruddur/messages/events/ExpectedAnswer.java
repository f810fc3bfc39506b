package com.cruddur.messages.events;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.hamcrest.text.MatchesPattern.matchesPattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/// A file of `events/answers`, written as its README says.
///
/// @param json with placeholders
public record ExpectedAnswer(JsonNode json) {
  /// The folder of them all.
  public static final Path FOLDER = Event.FOLDER.resolve("answers");

  private static final JsonMapper JSON = new JsonMapper();

  /// Fails when it is not what a function answered.
  ///
  /// @param answer the function's answer, or its error as the runtime reports it
  public void assertIs(String answer) {
    assertThatJson(readable(answer))
        .withMatcher(
            "timestamp",
            matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00"))
        .withMatcher(
            "uuid", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"))
        .isEqualTo(json);
  }

  /// The error codes in it; none when it is no refusal.
  List<String> errorCodes() {
    return json.path("statusCode").intValue() < 400
        ? List.of()
        : json.get("body").valueStream().map(JsonNode::textValue).toList();
  }

  private static JsonNode readable(String answer) {
    try {
      var tree = JSON.readTree(answer);
      if (tree instanceof ObjectNode object) {
        // Where a line of ours has moved to is nobody's business.
        object.remove(List.of("stackTrace", "cause"));
        object.removeIf(JsonNode::isNull);
        if (object.has("statusCode")) {
          object.set("body", JSON.readTree(object.get("body").textValue()));
        }
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + answer, e);
    }
  }
}
