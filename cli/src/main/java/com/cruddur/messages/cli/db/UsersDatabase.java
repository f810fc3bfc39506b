package com.cruddur.messages.cli.db;

import com.cruddur.messages.user.RegisterUser;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// Transactions on the users' database, each on a connection of its own that is closed with it: a
/// database with connections never goes to sleep.
final class UsersDatabase {
  // Until one that has gone to sleep is awake.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String LIMITS = Sql.of("limits.sql");

  private final String url;

  /// What is done in a transaction.
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /// @param url a JDBC URL, which says who signs in and how
  UsersDatabase(String url) {
    this.url = url;
  }

  /// Reads.
  <T> T read(Work<T> work) throws SQLException {
    try (var connection = open()) {
      connection.setReadOnly(true);
      return work.on(begin(connection));
    } catch (SQLException e) {
      throw unquoted(e);
    }
  }

  /// Changes everything or nothing, while nobody is registered.
  <T> T change(Work<T> work) throws SQLException {
    try (var connection = open()) {
      RegisterUser.lock(begin(connection));
      var result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw unquoted(e);
    }
  }

  // The driver's message may quote a row, with the e-mail address, and --verbose shows it.
  private static SQLException unquoted(SQLException e) {
    var unquoted = new SQLException("SQL state " + e.getSQLState(), e.getSQLState());
    unquoted.setStackTrace(e.getStackTrace());
    return unquoted;
  }

  // Every statement sees what others have committed before it, also what the lock made it wait for.
  private static Connection begin(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    try (var limits = connection.createStatement()) {
      limits.execute(LIMITS);
    }
    return connection;
  }

  // https://jdbc.postgresql.org/documentation/use/#connection-parameters, in seconds. A URL that
  // sets them wins.
  private Connection open() throws SQLException {
    var defaults = new Properties();
    var patience = Long.toString(PATIENCE.toSeconds());
    defaults.setProperty("connectTimeout", patience);
    defaults.setProperty("loginTimeout", patience);
    defaults.setProperty("socketTimeout", patience);
    defaults.setProperty("tcpKeepAlive", "true");
    defaults.setProperty("ApplicationName", "cruddur");
    return DriverManager.getConnection(url, defaults);
  }
}
