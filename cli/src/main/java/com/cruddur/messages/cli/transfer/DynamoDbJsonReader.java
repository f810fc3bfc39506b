package com.cruddur.messages.cli.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads DynamoDB JSON, and takes nothing that DynamoDB would refuse or change.
///
/// See <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html>
final class DynamoDbJsonReader {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_DIGITS = 38;
  private static final int MAX_EXPONENT = 125;
  private static final int MIN_EXPONENT = -130;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9.]{1,1000}([eE][+-]?[0-9]{1,9})?");

  private DynamoDbJsonReader() {}

  static Map<String, AttributeValue> row(JsonNode json) {
    if (!json.isObject()) {
      throw new DynamoDbJsonException("", "expected an object of attributes, found " + kind(json));
    }
    return attributes("", json, 0);
  }

  private static Map<String, AttributeValue> attributes(String path, JsonNode json, int depth) {
    var attributes = new LinkedHashMap<String, AttributeValue>();
    for (var attribute : json.properties()) {
      var name = attribute.getKey();
      var at = path.isEmpty() ? name : path + "." + name;
      if (!isUnicode(name)) {
        throw new DynamoDbJsonException(path, "expected names in Unicode, found half a character");
      }
      attributes.put(name, value(at, attribute.getValue(), depth));
    }
    return attributes;
  }

  private static AttributeValue value(String path, JsonNode json, int depth) {
    if (!json.isObject() || json.size() != 1) {
      throw new DynamoDbJsonException(
          path, "expected an object with one type, such as {\"S\": …}, found " + kind(json));
    }
    if (depth > MAX_DEPTH) {
      throw new DynamoDbJsonException(path, "expected at most 32 levels, found more");
    }
    var typed = json.properties().iterator().next();
    var value = typed.getValue();
    return switch (typed.getKey()) {
      case "S" -> AttributeValue.fromS(text(path + ".S", value));
      case "N" -> AttributeValue.fromN(number(path + ".N", value));
      case "B" -> AttributeValue.fromB(bytes(path + ".B", value));
      case "BOOL" -> AttributeValue.fromBool(bool(path + ".BOOL", value));
      case "NULL" -> {
        if (!bool(path + ".NULL", value)) {
          throw new DynamoDbJsonException(path + ".NULL", "expected true, found false");
        }
        yield AttributeValue.fromNul(true);
      }
      case "M" -> {
        if (!value.isObject()) {
          throw new DynamoDbJsonException(
              path + ".M", "expected an object of attributes, found " + kind(value));
        }
        yield AttributeValue.fromM(attributes(path, value, depth + 1));
      }
      case "L" ->
          AttributeValue.fromL(
              list(path, "L", value, (at, element) -> value(at, element, depth + 1)));
      case "SS" -> AttributeValue.fromSs(set(path, "SS", value, DynamoDbJsonReader::text));
      case "NS" -> AttributeValue.fromNs(numbers(path, value));
      case "BS" -> AttributeValue.fromBs(set(path, "BS", value, DynamoDbJsonReader::bytes));
      default ->
          throw new DynamoDbJsonException(
              path, "expected one of the types S N B BOOL NULL M L SS NS BS, found another");
    };
  }

  private static String text(String path, JsonNode json) {
    if (!json.isTextual()) {
      throw new DynamoDbJsonException(path, "expected text, found " + kind(json));
    }
    if (!isUnicode(json.textValue())) {
      throw new DynamoDbJsonException(path, "expected Unicode, found half a character");
    }
    return json.textValue();
  }

  private static String number(String path, JsonNode json) {
    try {
      // Java would take digits of any script, and as many as there are.
      if (!NUMBER.matcher(text(path, json)).matches()) {
        throw new NumberFormatException();
      }
      var number = new BigDecimal(json.textValue()).stripTrailingZeros();
      var exponent = (long) number.precision() - number.scale() - 1;
      if (number.precision() > MAX_DIGITS
          || (number.signum() != 0 && (exponent > MAX_EXPONENT || exponent < MIN_EXPONENT))) {
        throw new DynamoDbJsonException(
            path, "expected at most 38 digits between 1E-130 and 1E+126, found more");
      }
      return json.textValue();
    } catch (NumberFormatException | ArithmeticException e) {
      throw new DynamoDbJsonException(path, "expected a number as text, found other text");
    }
  }

  private static SdkBytes bytes(String path, JsonNode json) {
    try {
      return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text(path, json)));
    } catch (DynamoDbJsonException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new DynamoDbJsonException(path, "expected Base64, found other text");
    }
  }

  private static boolean bool(String path, JsonNode json) {
    if (!json.isBoolean()) {
      throw new DynamoDbJsonException(path, "expected true or false, found " + kind(json));
    }
    return json.booleanValue();
  }

  private static List<String> numbers(String path, JsonNode json) {
    var numbers = set(path, "NS", json, DynamoDbJsonReader::number);
    var different = numbers.stream().map(BigDecimal::new).map(BigDecimal::stripTrailingZeros);
    if (different.distinct().count() < numbers.size()) {
      throw new DynamoDbJsonException(path + ".NS", "expected a set, found a number twice");
    }
    return numbers;
  }

  private static <T> List<T> set(
      String path, String type, JsonNode json, BiFunction<String, JsonNode, T> read) {
    var elements = list(path, type, json, read);
    if (elements.isEmpty()) {
      throw new DynamoDbJsonException(path + "." + type, "expected at least one, found none");
    }
    if (new HashSet<>(elements).size() < elements.size()) {
      throw new DynamoDbJsonException(path + "." + type, "expected a set, found an element twice");
    }
    return elements;
  }

  private static <T> List<T> list(
      String path, String type, JsonNode json, BiFunction<String, JsonNode, T> read) {
    if (!json.isArray()) {
      throw new DynamoDbJsonException(path + "." + type, "expected an array, found " + kind(json));
    }
    var elements = new ArrayList<T>();
    for (var element : json) {
      elements.add(read.apply(path + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  private static String kind(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING, BINARY -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> json.booleanValue() ? "true" : "false";
      case NULL -> "null";
      case ARRAY -> "an array";
      case OBJECT, POJO -> "an object of " + json.size() + " fields";
      case MISSING -> "nothing";
    };
  }

  // Half of a surrogate pair cannot be written as UTF-8: it would arrive as a question mark.
  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
