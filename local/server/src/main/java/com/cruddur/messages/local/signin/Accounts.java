package com.cruddur.messages.local.signin;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The users in Postgres as the sign-in sees them, always read anew: whoever signed up a moment ago
/// can sign in.
///
/// @param url gives a JDBC URL with user and password; asked at the first look-up
public record Accounts(Supplier<String> url) {
  private static final String SELECT =
      "SELECT cognito_user_id, handle, display_name FROM public.users ";

  Optional<Account> byHandle(String handle) {
    return query(SELECT + "WHERE handle = ? ORDER BY created_at, uuid LIMIT 1", handle).stream()
        .findFirst();
  }

  Optional<Account> byCognitoUserId(String id) {
    return query(SELECT + "WHERE cognito_user_id = ? ORDER BY created_at, uuid LIMIT 1", id)
        .stream()
        .findFirst();
  }

  /// The oldest ones, as many as fit on a page.
  List<Account> some() {
    return query(SELECT + "ORDER BY created_at, handle LIMIT 12");
  }

  private List<Account> query(String sql, String... parameters) {
    try (var connection = DriverManager.getConnection(url.get());
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        // Postgres has no NUL in a text, so it cannot be compared with either.
        statement.setString(i + 1, parameters[i].replace("\0", "�"));
      }
      var found = new ArrayList<Account>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(new Account(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("users cannot be looked up", e);
    }
  }
}
