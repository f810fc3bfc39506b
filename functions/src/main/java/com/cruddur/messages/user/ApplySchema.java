package com.cruddur.messages.user;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the users' database to the schema and the roles of this release. Running it again changes
/// nothing.
public final class ApplySchema {
  /// How long a database is given to answer. One that has gone to sleep takes some 15 seconds to
  /// wake up, half a minute or more after a day, and a new one some more to know its roles.
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final List<String> SCRIPTS = List.of("schema.sql", "roles.sql");
  private static final Logger LOG = LoggerFactory.getLogger(ApplySchema.class);

  private final PostgresConnection database;
  private final InstantSource clock;
  private final Pause pause;

  /// What waits between two attempts.
  @FunctionalInterface
  public interface Pause {
    void pause(Duration duration) throws InterruptedException;
  }

  /// @param database as a user that may create tables and roles
  public ApplySchema(PostgresConnection database, InstantSource clock, Pause pause) {
    this.database = database;
    this.clock = clock;
    this.pause = pause;
  }

  /// Runs the scripts, each as one transaction, as soon as the database answers.
  ///
  /// @throws IllegalStateException when it does not within [#PATIENCE], or when a script failed
  public void apply() throws InterruptedException {
    try (database) {
      awaitDatabase();
      for (var script : SCRIPTS) {
        run(script);
        LOG.info("{} has been applied", script);
      }
    }
  }

  private void awaitDatabase() throws InterruptedException {
    var deadline = clock.instant().plus(PATIENCE);
    while (true) {
      try {
        database.connect();
        return;
      } catch (UserDirectoryUnavailableException e) {
        if (!clock.instant().isBefore(deadline)) {
          throw new IllegalStateException(
              ("the users' database let nobody in for %d minutes: does it run, and may this"
                      + " function reach it and sign in to it? (%s)")
                  .formatted(PATIENCE.toMinutes(), e.getMessage()),
              e);
        }
        LOG.info("waiting for the database: {}", e.getMessage());
        pause.pause(PAUSE);
      }
    }
  }

  private void run(String script) {
    database.run(
        connection -> {
          connection.setAutoCommit(false);
          try (var statement = connection.createStatement()) {
            statement.execute(PostgresConnection.sql(script));
            connection.commit();
            return script;
          } catch (SQLException e) {
            // Nobody was looked up, so what the database says may be said.
            throw new IllegalStateException(script + " failed: " + e.getMessage(), e);
          }
        });
  }
}
