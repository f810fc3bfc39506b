package com.cruddur.messages.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Makes text of CloudFormation's references, whole templates at a time.
final class References {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  // Logical ids of each stack -> names.
  private final Map<String, Map<String, String>> names = new HashMap<>();

  // Exports of all stacks -> what they stand for.
  private final Map<String, JsonNode> exports = new HashMap<>();

  References(SynthesizedApp app) {
    for (var stack : SynthesizedApp.STACKS) {
      var template = app.json(stack);
      var ofStack = names.computeIfAbsent(stack, s -> new HashMap<>());
      for (var resource : template.get("Resources").properties()) {
        ofStack.put(resource.getKey(), nameOf(resource.getKey(), resource.getValue()));
      }
      for (var output : template.path("Outputs")) {
        if (output.has("Export")) {
          exports.put(
              output.get("Export").get("Name").textValue(), rewrite(stack, output.get("Value")));
        }
      }
    }
  }

  /// What the CDK application calls a resource, without the stack: `Network/Vpc`.
  String name(String stack, String logicalId) {
    return names.get(stack).getOrDefault(logicalId, logicalId);
  }

  private static String nameOf(String logicalId, JsonNode resource) {
    var path = resource.at("/Metadata/aws:cdk:path").textValue();
    if (path == null) {
      return logicalId;
    }
    return path.substring(path.indexOf('/') + 1).replaceFirst("/(Resource|Default)$", "");
  }

  /// The same with text for every reference, and with names for logical ids.
  JsonNode rewrite(String stack, JsonNode value) {
    return switch (value) {
      case ObjectNode object when object.size() == 1 && isReference(object) ->
          reference(
              stack, object.fieldNames().next(), object.properties().iterator().next().getValue());
      case ObjectNode object -> {
        var rewritten = JSON.objectNode();
        for (var field : object.properties()) {
          rewritten.set(
              field.getKey(),
              field.getKey().equals("DependsOn")
                  ? dependencies(stack, field.getValue())
                  : rewrite(stack, field.getValue()));
        }
        yield rewritten;
      }
      case ArrayNode array -> {
        var rewritten = JSON.arrayNode();
        array.forEach(element -> rewritten.add(rewrite(stack, element)));
        yield rewritten;
      }
      default -> value;
    };
  }

  private static boolean isReference(ObjectNode object) {
    var key = object.fieldNames().next();
    return key.equals("Ref") || key.startsWith("Fn::");
  }

  private JsonNode reference(String stack, String function, JsonNode operand) {
    return switch (function) {
      case "Ref" -> TextNode.valueOf("${" + name(stack, operand.textValue()) + "}");
      case "Fn::GetAtt" ->
          TextNode.valueOf(
              "${"
                  + name(stack, operand.get(0).textValue())
                  + "."
                  + operand.get(1).textValue()
                  + "}");
      case "Fn::Join" ->
          TextNode.valueOf(
              StreamSupport.stream(operand.get(1).spliterator(), false)
                  .map(part -> rewrite(stack, part).textValue())
                  .collect(Collectors.joining(operand.get(0).textValue())));
      case "Fn::Sub" -> operand;
      case "Fn::ImportValue" -> exports.get(operand.textValue());
      case "Fn::Select" -> {
        var list = rewrite(stack, operand.get(1));
        yield TextNode.valueOf("%s[%s]".formatted(list.textValue(), operand.get(0)));
      }
      case "Fn::GetAZs" -> TextNode.valueOf("${AvailabilityZones}");
      case "Fn::Split" ->
          TextNode.valueOf(
              "split(%s, %s)"
                  .formatted(operand.get(0), rewrite(stack, operand.get(1)).textValue()));
      default -> throw new AssertionError("no reading of " + function + " " + operand);
    };
  }

  private JsonNode dependencies(String stack, JsonNode ids) {
    var rewritten = JSON.arrayNode();
    ids.forEach(id -> rewritten.add(name(stack, id.textValue())));
    return rewritten;
  }
}
