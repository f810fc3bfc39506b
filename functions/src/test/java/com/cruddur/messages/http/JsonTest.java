package com.cruddur.messages.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final int BITS = 9;

  @Test
  void fieldNamesThatCollideSpoilNoOtherBody() {
    for (var i = 0; i < 10; i++) {
      assertThat(message(body(1 << BITS, JsonTest::colliding))).isEqualTo("m");
    }
    for (var i = 0; i < 10; i++) {
      var prefix = i + "-";
      assertThat(message(body(500, number -> prefix + number))).isEqualTo("m");
    }
  }

  // 33 * 'A' + 'b' is 33 * 'B' + 'A', and hashes of names are made in such a way.
  private static String colliding(int number) {
    return IntStream.range(0, BITS)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Ab" : "BA")
        .collect(Collectors.joining());
  }

  private static String body(int fields, IntFunction<String> name) {
    return IntStream.range(0, fields)
        .mapToObj(number -> "\"" + name.apply(number) + "\":1")
        .collect(Collectors.joining(",", "{\"message\":\"m\",", "}"));
  }

  private static String message(String body) {
    return Json.readStrings(body, Set.of("message")).get("message");
  }
}
