package com.cruddur.messages.cli.db;

import com.cruddur.messages.cli.CommandException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Who is who in `public.users`.
final class UserRows {
  private static final String ALL = Sql.of("user-rows.sql");
  private static final String LOCK = Sql.of("lock-users.sql");
  private static final String SET = Sql.of("set-cognito-user-ids.sql");

  private UserRows() {}

  static List<UserRow> all(Connection connection) throws SQLException {
    var rows = new ArrayList<UserRow>();
    try (var statement = connection.prepareStatement(ALL);
        var row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(new UserRow(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
      }
    }
    return rows;
  }

  /// The same, and nobody changes them until the transaction ends.
  static List<UserRow> allLocked(Connection connection) throws SQLException {
    try (var lock = connection.createStatement()) {
      lock.execute(LOCK);
    }
    return all(connection);
  }

  /// Gives the rows their new ids.
  ///
  /// @throws CommandException when the database leaves one out; the transaction is to be given up
  static void setCognitoUserIds(List<UserRow> rows, Connection connection) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(SET)) {
      statement.setArray(
          1, connection.createArrayOf("uuid", rows.stream().map(UserRow::uuid).toArray()));
      statement.setArray(
          2, connection.createArrayOf("text", rows.stream().map(UserRow::cognitoUserId).toArray()));
      if (statement.executeUpdate() != rows.size()) {
        throw CommandException.problem(
            "the database does not let every row be changed (a trigger or a policy of its own?):"
                + " nothing was changed");
      }
    }
  }
}
