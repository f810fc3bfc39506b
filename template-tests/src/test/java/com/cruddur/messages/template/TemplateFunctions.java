package com.cruddur.messages.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/// The functions in the templates that run code of ours; the library brings some of its own.
final class TemplateFunctions {
  private static final String OURS = "com.cruddur.";

  private TemplateFunctions() {}

  /// Their properties, by logical id.
  static Map<String, JsonNode> of(SynthesizedApp app) {
    var functions = new TreeMap<String, JsonNode>();
    for (var stack : SynthesizedApp.STACKS) {
      for (var resource : app.json(stack).get("Resources").properties()) {
        var properties = resource.getValue().path("Properties");
        if (resource.getValue().get("Type").textValue().equals("AWS::Lambda::Function")
            && properties.path("Handler").asText().startsWith(OURS)) {
          functions.put(resource.getKey(), properties);
        }
      }
    }
    return functions;
  }
}
