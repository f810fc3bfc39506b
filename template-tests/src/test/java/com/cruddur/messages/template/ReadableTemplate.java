package com.cruddur.messages.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The template of a stack as people write one: a reference reads
/// `${MessagesTable/Table.Arn}/index/…`, wherever the thing is made, and `NetworkVpc7FB7348F` is
/// called `Network/Vpc`, as in the CDK application.
///
/// @param resources by name, in the order of the template, each with its `Type` and `Properties`
/// @param outputs of people's interest: without those that other stacks import
record ReadableTemplate(SequencedMap<String, JsonNode> resources, Map<String, String> outputs) {
  static ReadableTemplate of(SynthesizedApp app, String stack) {
    var references = new References(app);
    var template = app.json(stack);
    var resources = new LinkedHashMap<String, JsonNode>();
    for (var resource : template.get("Resources").properties()) {
      var readable = (ObjectNode) references.rewrite(stack, resource.getValue());
      readable.remove("Metadata");
      resources.put(references.name(stack, resource.getKey()), readable);
    }
    var outputs = new LinkedHashMap<String, String>();
    for (var output : template.path("Outputs").properties()) {
      if (!output.getValue().has("Export")) {
        outputs.put(
            output.getKey(), references.rewrite(stack, output.getValue().get("Value")).textValue());
      }
    }
    return new ReadableTemplate(resources, outputs);
  }

  /// A resource.
  ///
  /// @throws AssertionError when there is none of that name
  JsonNode resource(String name) {
    var resource = resources.get(name);
    if (resource == null) {
      throw new AssertionError("no " + name + " among " + resources.keySet());
    }
    return resource;
  }

  /// What a resource is to be like.
  JsonNode properties(String name) {
    return resource(name).path("Properties");
  }

  /// The same without what [TagTest] looks at.
  JsonNode untagged(String name) {
    var properties = (ObjectNode) properties(name).deepCopy();
    properties.remove("Tags");
    properties.remove("UserPoolTags");
    return properties;
  }

  /// The resources of a type, by name.
  SequencedMap<String, JsonNode> ofType(String type) {
    var found = new LinkedHashMap<String, JsonNode>();
    resources.forEach(
        (name, resource) -> {
          if (resource.get("Type").textValue().equals(type)) {
            found.put(name, resource);
          }
        });
    return found;
  }

  /// All of it as one object.
  ObjectNode asJson() {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("Resources", JsonNodeFactory.instance.objectNode().setAll(resources));
    var values = json.putObject("Outputs");
    outputs.forEach(values::put);
    return json;
  }
}
