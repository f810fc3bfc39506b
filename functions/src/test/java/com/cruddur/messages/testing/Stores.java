package com.cruddur.messages.testing;

import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;

/// DynamoDB Local and Postgres, started once for the tests of a JVM and stopped after the last one.
public final class Stores implements AutoCloseable {
  private static final Path BINARIES = repository().resolve("local/embedded/target/postgres");

  private static final String CONNECTIONS =
      "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'cruddur-messages'";

  private final Path work;
  private final DynamoDbLocal dynamoDb;
  private final EmbeddedPostgres postgres;

  private Stores() {
    try {
      work = Files.createTempDirectory("cruddur-messages-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dynamoDb = DynamoDbLocal.start(work);
    postgres = EmbeddedPostgres.start(BINARIES, work.resolve("postgres"));
    execute(resource("/com/cruddur/messages/user/schema.sql"));
  }

  /// The stores of this JVM.
  static Stores of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Stores.class, type -> new Stores(), Stores.class);
  }

  public DynamoDbLocal dynamoDb() {
    return dynamoDb;
  }

  public String databaseUrl() {
    return postgres.jdbcUrl();
  }

  /// Runs SQL as the database's owner.
  public void execute(String sql) {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The number a query counts.
  public int count(String sql) {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl());
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether the functions leave no connection to Postgres open. One that was closed takes the
  /// server a moment to end.
  public boolean noConnectionIsLeft() {
    var deadline = Instant.now().plusSeconds(5);
    while (count(CONNECTIONS) > 0) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
    }
    return true;
  }

  /// A file of the class path as text.
  public static String resource(String path) {
    try (var in = Stores.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path repository() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  @Override
  public void close() throws IOException {
    dynamoDb.close();
    postgres.close();
    try (var files = Files.walk(work)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
