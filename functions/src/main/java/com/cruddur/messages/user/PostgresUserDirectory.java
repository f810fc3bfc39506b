package com.cruddur.messages.user;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The users in Postgres, `public.users`.
///
/// Who was found is remembered for [#REMEMBERED], so a changed name shows at the latest then; who
/// was not found is looked up again every time.
public final class PostgresUserDirectory implements UserDirectory, AutoCloseable {
  /// How long a found user is remembered.
  public static final Duration REMEMBERED = Duration.ofSeconds(60);

  private static final int MAX_REMEMBERED = 1_000;
  private static final String BY_COGNITO_USER_ID =
      PostgresConnection.sql("user-by-cognito-user-id.sql");
  private static final String BY_HANDLE = PostgresConnection.sql("user-by-handle.sql");

  private final PostgresConnection database;
  private final InstantSource clock;
  private final Map<Key, Found> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Found> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  private record Key(String query, String value) {}

  private record Found(User user, Instant until) {}

  public PostgresUserDirectory(PostgresConnection database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The directory behind a JDBC URL, see [DatabaseUrl].
  public PostgresUserDirectory(String url, InstantSource clock) {
    this(new PostgresConnection(url), clock);
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
    return database.run(
        connection -> {
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
        });
  }

  /// Closes the connection; the next look-up opens another.
  @Override
  public void close() {
    database.close();
  }
}
