package com.cruddur.messages.user;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// A sign-up becomes a row of `public.users`, once, under a handle that nobody else has.
///
/// The table's indexes are not unique (see `schema.sql`), so a lock that every registration takes
/// stands for them: two at the same time come one after the other.
///
/// Every registration opens a connection of its own: they are far apart, and a kept connection that
/// turns out to be lost would use up the time that Cognito grants.
public final class RegisterUser {
  /// How long a registration waits for the database, in whole seconds: until one that has gone to
  /// sleep is awake. Cognito does not wait as long, but a call that it has given up goes on, and
  /// nobody is confirmed without becoming a user.
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String LOCK = PostgresConnection.sql("register-user-lock.sql");
  private static final String INSERT = PostgresConnection.sql("register-user.sql");
  private static final String HANDLE_TAKEN = PostgresConnection.sql("handle-taken.sql");
  private static final String REGISTERED = PostgresConnection.sql("user-by-cognito-user-id.sql");

  private final PostgresConnection database;

  public RegisterUser(PostgresConnection database) {
    this.database = database;
  }

  /// Lets a handle pass that is nobody's yet, however it is written in capitals.
  ///
  /// @throws HandleTakenException when it belongs to somebody
  /// @throws UserDirectoryUnavailableException when the database did not answer in time
  public void checkHandle(String handle) {
    try {
      if (database.run(connection -> isThere(HANDLE_TAKEN, handle, connection))) {
        throw new HandleTakenException();
      }
    } finally {
      database.close();
    }
  }

  /// Makes the user's row, unless there is one for the same `cognitoUserId` already.
  ///
  /// @throws HandleTakenException when the handle belongs to somebody else; nothing was written
  /// @throws UserDirectoryUnavailableException when the database did not answer in time
  public void register(SignUp signUp) {
    try {
      if (!database.run(connection -> register(signUp, connection))) {
        throw new HandleTakenException();
      }
    } finally {
      database.close();
    }
  }

  /// Waits until no registration runs, and keeps others waiting until the transaction of
  /// `connection` ends, which it does when it is idle for 2 seconds. For whoever else decides which
  /// row is whose.
  public static void lock(Connection connection) throws SQLException {
    try (var lock = connection.createStatement()) {
      lock.execute(LOCK);
    }
  }

  // False when the handle is taken.
  private static boolean register(SignUp signUp, Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    lock(connection);
    var registered =
        insert(signUp, connection) || isThere(REGISTERED, signUp.cognitoUserId(), connection);
    connection.commit();
    return registered;
  }

  private static boolean insert(SignUp signUp, Connection connection) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, signUp.cognitoUserId());
      insert.setString(2, signUp.handle());
      insert.setString(3, signUp.displayName());
      insert.setString(4, signUp.email());
      return insert.executeUpdate() == 1;
    }
  }

  private static boolean isThere(String query, String value, Connection connection)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (var row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
