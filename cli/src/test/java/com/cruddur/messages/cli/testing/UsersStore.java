package com.cruddur.messages.cli.testing;

import com.cruddur.messages.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A users' database of the test's own, empty, on one Postgres for all tests of a JVM.
public final class UsersStore implements BeforeEachCallback, AfterEachCallback {
  private final String name = "users_" + UUID.randomUUID().toString().replace('-', '_');
  private Server server;

  // Closed after the last test.
  private record Server(Path work, EmbeddedPostgres postgres) implements AutoCloseable {
    static Server start() {
      try {
        var work = Files.createTempDirectory("cruddur-cli-test");
        return new Server(
            work,
            EmbeddedPostgres.start(
                Path.of("../local/embedded/target/postgres").toAbsolutePath().normalize(),
                work.resolve("postgres")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      postgres.close();
      try (var files = Files.walk(work)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    server =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Server.class, type -> Server.start(), Server.class);
    inServer("CREATE DATABASE " + name);
  }

  // Also where a command that failed the test is connected still.
  @Override
  public void afterEach(ExtensionContext context) throws SQLException {
    inServer("DROP DATABASE " + name + " WITH (FORCE)");
  }

  private void inServer(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(server.postgres().jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The name of the database.
  public String name() {
    return name;
  }

  /// As `DATABASE_URL` takes it.
  public String url() {
    return server.postgres().jdbcUrl().replaceFirst("/postgres\\?", "/" + name + "?");
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  /// Runs SQL as the database's owner.
  public void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The first column of a query.
  public List<String> query(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    }
  }

  /// Adds a row.
  public void add(String handle, String cognitoUserId) throws SQLException {
    execute(
        "INSERT INTO public.users (display_name, handle, email, cognito_user_id)"
            + " VALUES ('Somebody', '%s', '%s', '%s')"
                .formatted(handle, PoolStub.EMAIL, cognitoUserId));
  }

  /// The rows as `handle=cognito_user_id`, in their order.
  public List<String> rows() throws SQLException {
    return query("SELECT handle || '=' || cognito_user_id FROM public.users ORDER BY 1");
  }
}
