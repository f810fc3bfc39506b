package com.cruddur.messages.seed;

import com.cruddur.messages.user.PostgresUserDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The users' table and its first users: `andrewbrown`, `bayko` and `loren`.
public final class UserSeed {
  private UserSeed() {}

  /// Makes `public.users` where it is missing.
  ///
  /// @param url a JDBC URL with user and password
  public static void createTable(String url) throws SQLException {
    run(url, "schema.sql");
  }

  /// Adds the users whose handles are not there.
  ///
  /// @param url a JDBC URL with user and password
  public static void apply(String url) throws SQLException {
    run(url, "seed.sql");
  }

  private static void run(String url, String script) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(read(script));
    }
  }

  // The scripts lie beside the queries of the directory that reads what they write.
  private static String read(String script) {
    try (var in = PostgresUserDirectory.class.getResourceAsStream(script)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
