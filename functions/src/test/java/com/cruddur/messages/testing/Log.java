package com.cruddur.messages.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the functions have logged in this JVM, at their most talkative.
public final class Log {
  private static final Path FILE = Path.of("target/tests.log");

  private Log() {}

  /// All of it.
  public static String text() {
    try {
      return Files.exists(FILE) ? Files.readString(FILE) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
