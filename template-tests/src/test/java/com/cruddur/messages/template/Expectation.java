package com.cruddur.messages.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What is written down beside the tests, for people to read when it changes.
final class Expectation {
  private Expectation() {}

  /// A file of the resources of this package.
  static String text(String file) {
    try (var in = Expectation.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
