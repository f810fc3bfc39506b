package com.cruddur.messages.cli.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The SQL that lies in files beside the classes.
final class Sql {
  private Sql() {}

  static String of(String file) {
    try (var in = Sql.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
