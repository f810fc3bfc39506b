package com.cruddur.messages.cli;

import com.cruddur.messages.user.DatabaseUrl;
import com.cruddur.messages.user.PostgresUserDirectory;
import java.time.InstantSource;
import java.util.Optional;
import org.postgresql.Driver;
import picocli.CommandLine.Option;

/// Where the users are.
public final class DatabaseOptions {
  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description =
          "The users' database as a JDBC URL, jdbc:postgresql://HOST/DATABASE?user=NAME; otherwise"
              + " the environment variable DATABASE_URL. Better there than here where it has a"
              + " password, which other users of a machine may see.")
  private Optional<String> url = Optional.empty();

  /// The JDBC URL.
  ///
  /// @throws CommandException when none is given, or it is none of Postgres
  public String url() {
    return urlIfGiven()
        .orElseThrow(
            () ->
                CommandException.wrongUse(
                    "this needs the users' database: set DATABASE_URL (bin/dev prints it) or"
                        + " --database-url"));
  }

  /// The JDBC URL, if one is given.
  ///
  /// @throws CommandException when it is none of Postgres
  public Optional<String> urlIfGiven() {
    var given =
        url.or(() -> Optional.ofNullable(System.getenv(DatabaseUrl.VARIABLE)))
            .filter(text -> !text.isBlank());
    if (given.isPresent() && Driver.parseURL(given.get(), null) == null) {
      // Not quoted: it may have a password in it.
      throw CommandException.wrongUse(
          "the database's URL is none: it looks like"
              + " jdbc:postgresql://HOST:5432/DATABASE?user=NAME");
    }
    return given;
  }

  /// The users.
  public PostgresUserDirectory directory() {
    return new PostgresUserDirectory(url(), InstantSource.system());
  }

  /// What is asked about before it is changed.
  public Target target() {
    var properties = Driver.parseURL(url(), null);
    return Target.database(properties.getProperty("PGDBNAME"), properties.getProperty("PGHOST"));
  }
}
