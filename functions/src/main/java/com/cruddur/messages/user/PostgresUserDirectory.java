package com.cruddur.messages.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/// The users in Postgres, `public.users`.
///
/// Keeps one connection, opened at the first look-up: a Lambda function serves one request at a
/// time. A connection that was lost is replaced once per look-up. Who was found is remembered for
/// [#REMEMBERED], so a changed name shows at the latest then; who was not found is looked up again
/// every time.
public final class PostgresUserDirectory implements UserDirectory, AutoCloseable {
  /// How long a found user is remembered.
  public static final Duration REMEMBERED = Duration.ofSeconds(60);

  private static final int MAX_REMEMBERED = 1_000;
  private static final String BY_COGNITO_USER_ID = sql("user-by-cognito-user-id.sql");
  private static final String BY_HANDLE = sql("user-by-handle.sql");

  private final String url;
  private final InstantSource clock;
  private final Map<Key, Found> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Found> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };
  private Connection connection;

  private record Key(String query, String value) {}

  private record Found(User user, Instant until) {}

  /// @param url a JDBC URL with user and password,
  ///     `jdbc:postgresql://host:port/database?user=…&password=…`
  public PostgresUserDirectory(String url, InstantSource clock) {
    this.url = Objects.requireNonNull(url);
    this.clock = clock;
  }

  /// The directory that the environment variable `DATABASE_URL` names.
  ///
  /// @throws IllegalStateException when it is not set
  public static PostgresUserDirectory fromEnvironment() {
    var url = System.getenv("DATABASE_URL");
    if (url == null || url.isBlank()) {
      throw new IllegalStateException(
          "DATABASE_URL is not set: it names the users' database, jdbc:postgresql://…");
    }
    return new PostgresUserDirectory(url, InstantSource.system());
  }

  @Override
  public Optional<User> byCognitoUserId(String cognitoUserId) {
    return find(new Key(BY_COGNITO_USER_ID, cognitoUserId));
  }

  @Override
  public Optional<User> byHandle(String handle) {
    return find(new Key(BY_HANDLE, handle));
  }

  private synchronized Optional<User> find(Key key) {
    // Postgres cannot store NUL in a text and refuses to compare with it: nobody can be called so.
    if (key.value().indexOf('\0') >= 0) {
      return Optional.empty();
    }
    var known = remembered.get(key);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Optional.of(known.user());
    }
    var user = query(key);
    remembered.remove(key);
    user.ifPresent(
        found -> remembered.put(key, new Found(found, clock.instant().plus(REMEMBERED))));
    return user;
  }

  private Optional<User> query(Key key) {
    var reused = connection != null;
    try {
      return queryOnce(key);
    } catch (SQLException e) {
      close();
      if (!reused) {
        throw unavailable(e);
      }
    }
    try {
      return queryOnce(key);
    } catch (SQLException e) {
      close();
      throw unavailable(e);
    }
  }

  private Optional<User> queryOnce(Key key) throws SQLException {
    if (connection == null) {
      connection = connect();
    }
    try (var statement = connection.prepareStatement(key.query())) {
      statement.setString(1, key.value());
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new User(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
      }
    }
  }

  private Connection connect() throws SQLException {
    // https://jdbc.postgresql.org/documentation/use/#connection-parameters, in seconds. A URL that
    // sets them wins.
    var defaults = new Properties();
    defaults.setProperty("connectTimeout", "2");
    defaults.setProperty("loginTimeout", "2");
    defaults.setProperty("socketTimeout", "3");
    defaults.setProperty("tcpKeepAlive", "true");
    defaults.setProperty("ApplicationName", "cruddur-messages");
    return DriverManager.getConnection(url, defaults);
  }

  // The driver's message may quote what was looked up, so only its SQL state goes on.
  private static UserDirectoryUnavailableException unavailable(SQLException e) {
    return new UserDirectoryUnavailableException(
        "users' database: SQL state " + e.getSQLState() + ", " + e.getClass().getSimpleName());
  }

  /// Closes the connection; the next look-up opens another.
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
      org.slf4j.LoggerFactory.getLogger(PostgresUserDirectory.class)
          .debug("closing a lost connection: SQL state {}", e.getSQLState());
    }
  }

  private static String sql(String file) {
    try (var in = PostgresUserDirectory.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
