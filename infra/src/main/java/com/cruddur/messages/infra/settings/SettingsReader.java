package com.cruddur.messages.infra.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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
        throw Explanation.of(at, "must be an object");
      }
      return MAPPER.treeToValue(fields.put("stage", stage), Settings.class);
    } catch (JsonMappingException e) {
      throw Explanation.of(at, e);
    } catch (JsonProcessingException e) {
      // A tree has been read already: nothing but its mapping can fail.
      throw new IllegalStateException(e);
    }
  }
}
