package com.cruddur.messages.cli;

import com.cruddur.messages.user.DatabaseUrl;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.PostgresUserDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import picocli.CommandLine.Option;

/// Where the users are.
public final class DatabaseOptions {
  // A database in AWS may have gone to sleep; it wakes up in less.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Set<String> WITHOUT_TLS = Set.of("disable", "allow", "prefer");

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
    given.ifPresent(DatabaseOptions::check);
    return given;
  }

  // The URL itself is not quoted: it may have a password in it.
  private static void check(String url) {
    var properties = Driver.parseURL(url, null);
    if (properties == null) {
      throw CommandException.wrongUse(
          "the database's URL is none: it looks like"
              + " jdbc:postgresql://HOST:5432/DATABASE?user=NAME");
    }
    var certificates = PGProperty.SSL_ROOT_CERT.getOrDefault(properties);
    if (certificates != null && !Files.isReadable(Path.of(certificates))) {
      throw CommandException.wrongUse(
          "the database's URL names the certificates %s, which cannot be read here; those of Amazon RDS are in functions/src/main/lambda/rds-ca"
              .formatted(certificates));
    }
  }

  /// The users.
  public PostgresUserDirectory directory() {
    return new PostgresUserDirectory(new PostgresConnection(url(), PATIENCE));
  }

  /// What is asked about before it is changed.
  public Target target() {
    var properties = Driver.parseURL(url(), null);
    return Target.database(
        properties.getProperty("PGDBNAME"),
        properties.getProperty("PGHOST"),
        PGProperty.SSL_MODE.isPresent(properties)
            && !WITHOUT_TLS.contains(PGProperty.SSL_MODE.getOrDefault(properties)));
  }
}
