package com.cruddur.messages.cli.transfer;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How large DynamoDB finds a row, in bytes; numbers as its documentation estimates them.
///
/// See
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html>
final class RowSize {
  private static final int CONTAINER = 3;

  private RowSize() {}

  static long of(Map<String, AttributeValue> attributes) {
    return attributes.entrySet().stream()
        .mapToLong(attribute -> utf8(attribute.getKey()) + of(attribute.getValue()))
        .sum();
  }

  static long utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static long of(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> number(value.n());
      case B -> value.b().asByteArrayUnsafe().length;
      case BOOL, NUL -> 1;
      case M -> CONTAINER + value.m().size() + of(value.m());
      case L -> CONTAINER + value.l().stream().mapToLong(element -> 1 + of(element)).sum();
      case SS -> value.ss().stream().mapToLong(RowSize::utf8).sum();
      case NS -> value.ns().stream().mapToLong(RowSize::number).sum();
      case BS -> value.bs().stream().mapToLong(bytes -> bytes.asByteArrayUnsafe().length).sum();
      case UNKNOWN_TO_SDK_VERSION -> 0;
    };
  }

  // One byte for two digits, and one more.
  private static long number(String text) {
    return (new BigDecimal(text).stripTrailingZeros().precision() + 1) / 2 + 1;
  }
}
