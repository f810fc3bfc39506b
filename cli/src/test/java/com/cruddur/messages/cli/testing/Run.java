package com.cruddur.messages.cli.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/// What a command left behind.
///
/// @param out what it said on standard output
/// @param err what it said on standard error
public record Run(int exitCode, String out, String err) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Standard output as one JSON document.
  public JsonNode json() {
    return json(out);
  }

  /// Standard output as JSON lines.
  public List<JsonNode> jsonLines() {
    return out.lines().map(Run::json).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
