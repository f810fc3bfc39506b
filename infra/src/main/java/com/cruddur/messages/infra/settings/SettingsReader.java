package com.cruddur.messages.infra.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Makes [Settings] of what `infra/cdk.json` says, or says what is wrong with it.
final class SettingsReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .withCoercionConfig(
              LogicalType.Textual,
              texts -> {
                for (var other :
                    List.of(
                        CoercionInputShape.Integer,
                        CoercionInputShape.Float,
                        CoercionInputShape.Boolean)) {
                  texts.setCoercion(other, CoercionAction.Fail);
                }
              })
          .build();

  private SettingsReader() {}

  /// @param stages the stages of `infra/cdk.json`, by name
  static Settings read(String stage, Object stages) {
    if (!(stages instanceof Map<?, ?> known) || known.isEmpty()) {
      throw new InvalidSettingsException(
          "infra/cdk.json has no stages: write them into context.stages, one object a stage");
    }
    if (!known.containsKey(stage)) {
      throw new InvalidSettingsException(
          "infra/cdk.json has no stage %s: take one of %s with -c stage=NAME, or add it"
              .formatted(stage, new TreeSet<>(known.keySet())));
    }
    var at = "stages." + stage;
    try {
      if (!(MAPPER.<JsonNode>valueToTree(known.get(stage)) instanceof ObjectNode fields)) {
        throw fault(at, "", "must be an object");
      }
      return MAPPER.treeToValue(fields.put("stage", stage), Settings.class);
    } catch (JsonMappingException e) {
      throw explain(at + place(e.getPath()), e);
    } catch (JsonProcessingException e) {
      throw fault(at, "", e.getOriginalMessage());
    }
  }

  private static InvalidSettingsException explain(String at, JsonMappingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          fault(
              at,
              "",
              "is no setting; there are "
                  + new TreeSet<>(
                      unknown.getKnownPropertyIds().stream().map(String::valueOf).toList()));
      case InvalidFormatException format when format.getTargetType().isEnum() ->
          fault(
              at,
              "",
              "is %s; write one of %s"
                  .formatted(
                      format.getValue(),
                      Arrays.toString(format.getTargetType().getEnumConstants())));
      case JsonMappingException _ when e.getCause() instanceof Field.Fault cause ->
          fault(at, cause.field(), cause.getMessage());
      case MismatchedInputException mismatch ->
          fault(at, "", "has the wrong type; write " + kind(mismatch.getTargetType()));
      default -> fault(at, "", e.getOriginalMessage());
    };
  }

  private static InvalidSettingsException fault(String at, String field, String wrong) {
    return new InvalidSettingsException(
        "infra/cdk.json, %s%s %s".formatted(at, field.isEmpty() ? "" : "." + field, wrong));
  }

  private static String place(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(step -> step.getIndex() >= 0 ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
        .collect(Collectors.joining());
  }

  private static String kind(Class<?> type) {
    if (type == String.class) {
      return "a text";
    }
    if (type == Integer.class) {
      return "a whole number";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return List.class.isAssignableFrom(type) ? "a list" : "an object";
  }
}
