package com.cruddur.messages.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one connection of a function to the users' database: opened at its first use and kept, for a
/// Lambda function serves one request at a time. One that was lost is replaced, once.
///
/// Nothing of an exception of the driver goes on but its SQL state: its message may quote what was
/// looked up.
public final class PostgresConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresConnection.class);

  // Long enough for a database that is awake; a look-up that takes longer is better tried again.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String url;
  private final Duration patience;
  private Connection connection;

  /// What is done with the connection. It may be done a second time, on another connection.
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /// @param url a JDBC URL, see [DatabaseUrl]; where it says who signs in and how, every new
  ///     connection asks for the password anew
  public PostgresConnection(String url) {
    this(url, PATIENCE);
  }

  /// @param patience how long to wait for a connection, in whole seconds; for each answer a second
  ///     longer
  public PostgresConnection(String url, Duration patience) {
    this.url = Objects.requireNonNull(url);
    this.patience = patience;
  }

  /// The connection that the environment variable `DATABASE_URL` describes.
  ///
  /// @throws IllegalStateException when it is not set
  public static PostgresConnection fromEnvironment() {
    return fromEnvironment(PATIENCE);
  }

  /// The same with another `patience`.
  ///
  /// @throws IllegalStateException when it is not set
  public static PostgresConnection fromEnvironment(Duration patience) {
    return new PostgresConnection(DatabaseUrl.fromEnvironment(), patience);
  }

  /// Opens the connection, if there is none.
  ///
  /// @throws UserDirectoryUnavailableException when it cannot be opened
  void connect() {
    run(open -> open);
  }

  /// Does `work`, and once more on a new connection if the kept one failed.
  ///
  /// @throws UserDirectoryUnavailableException when a new connection failed
  synchronized <T> T run(Work<T> work) {
    var kept = connection != null;
    try {
      return work.on(open());
    } catch (SQLException e) {
      close();
      if (!kept) {
        throw unavailable(e);
      }
    }
    try {
      return work.on(open());
    } catch (SQLException e) {
      close();
      throw unavailable(e);
    }
  }

  private Connection open() throws SQLException {
    if (connection == null) {
      connection = DriverManager.getConnection(url, defaults());
    }
    return connection;
  }

  // https://jdbc.postgresql.org/documentation/use/#connection-parameters, in seconds. A URL that
  // sets them wins.
  private Properties defaults() {
    var defaults = new Properties();
    defaults.setProperty("connectTimeout", Long.toString(patience.toSeconds()));
    defaults.setProperty("loginTimeout", Long.toString(patience.toSeconds()));
    defaults.setProperty("socketTimeout", Long.toString(patience.toSeconds() + 1));
    defaults.setProperty("tcpKeepAlive", "true");
    defaults.setProperty("ApplicationName", "cruddur-messages");
    return defaults;
  }

  private static UserDirectoryUnavailableException unavailable(SQLException e) {
    return new UserDirectoryUnavailableException(
        "users' database: SQL state " + e.getSQLState() + ", " + e.getClass().getSimpleName());
  }

  /// Closes the connection; the next use opens another.
  @Override
  public synchronized void close() {
    if (connection == null) {
      return;
    }
    var closing = connection;
    connection = null;
    try {
      closing.close();
    } catch (SQLException e) {
      // It was lost already: there is nothing left to close, and nobody could do anything about it.
      LOG.debug("closing a lost connection: SQL state {}", e.getSQLState());
    }
  }

  /// A file of SQL that lies beside this class.
  static String sql(String file) {
    try (var in = PostgresConnection.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
