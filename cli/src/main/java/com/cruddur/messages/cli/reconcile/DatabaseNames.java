package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.user.User;
import com.cruddur.messages.user.UserDirectoryUnavailableException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// How people are called now, after the users' database. A lost row is rare: each look-up has a
/// connection of its own.
final class DatabaseNames implements Names {
  private static final String BY_UUID =
      "SELECT handle, display_name FROM public.users WHERE uuid = ?";

  private final String url;

  /// @param url a JDBC URL
  DatabaseNames(String url) {
    this.url = url;
  }

  @Override
  public Optional<User> of(UUID user, UUID group) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.prepareStatement(BY_UUID)) {
      statement.setObject(1, user);
      try (var row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new User(user, row.getString(1), row.getString(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new UserDirectoryUnavailableException("users' database: SQL state " + e.getSQLState());
    }
  }
}
