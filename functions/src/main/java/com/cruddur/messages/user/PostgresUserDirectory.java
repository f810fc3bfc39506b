package com.cruddur.messages.user;

import java.util.Optional;
import java.util.UUID;

/// The users in Postgres, `public.users`: a query a look-up.
public final class PostgresUserDirectory implements UserDirectory, AutoCloseable {
  private static final String BY_COGNITO_USER_ID =
      PostgresConnection.sql("user-by-cognito-user-id.sql");
  private static final String BY_HANDLE = PostgresConnection.sql("user-by-handle.sql");

  private static final String REHEARSAL = PostgresConnection.sql("user-rehearsal.sql");

  private final PostgresConnection database;

  public PostgresUserDirectory(PostgresConnection database) {
    this.database = database;
  }

  /// The directory behind a JDBC URL, see [DatabaseUrl].
  public PostgresUserDirectory(String url) {
    this(new PostgresConnection(url));
  }

  @Override
  public Optional<User> byCognitoUserId(String cognitoUserId) {
    return find(BY_COGNITO_USER_ID, cognitoUserId);
  }

  @Override
  public Optional<User> byHandle(String handle) {
    return find(BY_HANDLE, handle);
  }

  /// Looks somebody up who is in no table, so that a later look-up finds all that it needs loaded.
  public void rehearse() {
    find(REHEARSAL, "rehearsal");
  }

  private Optional<User> find(String query, String value) {
    // Postgres cannot store NUL in a text and refuses to compare with it: nobody can be called so.
    if (value.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return database.run(
        connection -> {
          try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (var row = statement.executeQuery()) {
              if (!row.next()) {
                return Optional.empty();
              }
              return Optional.of(
                  new User(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
            }
          }
        });
  }

  /// Closes the connection; the next look-up opens another.
  @Override
  public void close() {
    database.close();
  }
}
