package com.cruddur.messages.cli.transfer;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Whether two rows are the same to DynamoDB, which keeps no order of a set and writes a number its
/// own way.
final class SameRow {
  private SameRow() {}

  static boolean test(Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
    return one.keySet().equals(other.keySet())
        && one.keySet().stream().allMatch(name -> same(one.get(name), other.get(name)));
  }

  private static boolean same(AttributeValue one, AttributeValue other) {
    if (one.type() != other.type()) {
      return false;
    }
    return switch (one.type()) {
      case N -> number(one.n()).equals(number(other.n()));
      case M -> test(one.m(), other.m());
      case L -> same(one.l(), other.l());
      case SS -> new HashSet<>(one.ss()).equals(new HashSet<>(other.ss()));
      case NS -> numbers(one.ns()).equals(numbers(other.ns()));
      case BS -> new HashSet<>(one.bs()).equals(new HashSet<>(other.bs()));
      default -> one.equals(other);
    };
  }

  private static boolean same(List<AttributeValue> one, List<AttributeValue> other) {
    return one.size() == other.size()
        && IntStream.range(0, one.size()).allMatch(i -> same(one.get(i), other.get(i)));
  }

  private static HashSet<BigDecimal> numbers(List<String> texts) {
    var numbers = new HashSet<BigDecimal>();
    texts.forEach(text -> numbers.add(number(text)));
    return numbers;
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text).stripTrailingZeros();
  }
}
