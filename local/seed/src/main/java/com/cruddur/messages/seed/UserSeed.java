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
    run(url, PostgresUserDirectory.class, "schema.sql");
  }

  /// Adds the users whose handles are not there.
  ///
  /// @param url a JDBC URL with user and password
  public static void apply(String url) throws SQLException {
    run(url, UserSeed.class, "seed.sql");
  }

  // The functions apply the schema too; the users to start with are of the local environment only.
  private static void run(String url, Class<?> neighbour, String script) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var in = neighbour.getResourceAsStream(script)) {
      statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
