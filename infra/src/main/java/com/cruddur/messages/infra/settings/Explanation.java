package com.cruddur.messages.infra.settings;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Says in one sentence what Jackson, or a record, has against a setting: where it stands, what is
/// wrong and what to write. Never the value itself where it may be a secret.
final class Explanation {
  private Explanation() {}

  /// @param at where the settings stand: `stages.dev`
  static InvalidSettingsException of(String at, JsonMappingException e) {
    var place = at + place(e.getPath());
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          of(
              place,
              "is no setting; there are "
                  + new TreeSet<>(
                      unknown.getKnownPropertyIds().stream().map(String::valueOf).toList()));
      case InvalidFormatException format when format.getTargetType().isEnum() ->
          of(
              place,
              "is %s; write one of %s"
                  .formatted(
                      format.getValue(),
                      Arrays.toString(format.getTargetType().getEnumConstants())));
      case JsonMappingException _ when e.getCause() instanceof Field.Fault fault ->
          of(place + "." + fault.field(), fault.getMessage());
      case MismatchedInputException mismatch ->
          of(place, "has the wrong type; write " + kind(mismatch.getTargetType()));
      default -> of(place, e.getOriginalMessage());
    };
  }

  /// @param wrong what is wrong there and what to write, to follow the setting's name
  static InvalidSettingsException of(String place, String wrong) {
    return new InvalidSettingsException("infra/cdk.json, %s %s".formatted(place, wrong));
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
