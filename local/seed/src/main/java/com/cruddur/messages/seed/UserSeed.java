package com.cruddur.messages.seed;

import com.cruddur.messages.user.PostgresUserDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The users' table and its first users: `andrewbrown`, `bayko` and `loren`.
public final class UserSeed {
  private UserSeed() {}

  /// Makes `public.users` where it is missing.
  ///
  /// @param url a JDBC URL with user and password
  public static void createTable(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url)) {
      createTable(connection);
    }
  }

  /// The same on a connection, in whatever transaction it is.
  public static void createTable(Connection connection) throws SQLException {
    run(connection, PostgresUserDirectory.class, "schema.sql");
  }

  /// Adds the users whose handles are not there.
  ///
  /// @param url a JDBC URL with user and password
  public static void apply(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url)) {
      apply(connection);
    }
  }

  /// The same on a connection, in whatever transaction it is.
  ///
  /// @return how many were added
  public static int apply(Connection connection) throws SQLException {
    return run(connection, UserSeed.class, "seed.sql");
  }

  // The functions apply the schema too; the users to start with are for those who ask for them.
  private static int run(Connection connection, Class<?> neighbour, String script)
      throws SQLException {
    try (var statement = connection.createStatement();
        var in = neighbour.getResourceAsStream(script)) {
      statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return statement.getUpdateCount();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
