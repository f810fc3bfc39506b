package com.cruddur.messages.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.PoolStub;
import com.cruddur.messages.cli.testing.Run;
import com.cruddur.messages.cli.testing.UsersStore;
import com.cruddur.messages.seed.UserSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// `db update-cognito-user-ids` between a pool and a database of the test's own.
final class Repair implements BeforeEachCallback, AfterEachCallback {
  private final UsersStore users = new UsersStore();
  private PoolStub pool;
  private Path folder;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException, SQLException {
    users.beforeEach(context);
    pool = new PoolStub();
    folder = Files.createTempDirectory("cruddur-cli-repair");
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException, SQLException {
    pool.close();
    Files.delete(folder);
    users.afterEach(context);
  }

  UsersStore users() {
    return users;
  }

  PoolStub pool() {
    return pool;
  }

  /// Makes the table with rows like `handle=cognito_user_id`.
  void rows(String... rows) throws SQLException {
    UserSeed.createTable(users.url());
    for (var row : rows) {
      var equals = row.indexOf('=');
      users.add(row.substring(0, equals), row.substring(equals + 1));
    }
  }

  Cli cli() {
    return pool.in(Cli.in(folder)).with("DATABASE_URL", users.url());
  }

  Run run(String... options) {
    return cli().run(command(options));
  }

  /// Runs it and finds that an operator has to decide.
  Run assertRefused(String... outcomes) {
    var run = run("--output", "json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(outcomes(run)).containsExactly(outcomes);
    return run;
  }

  static String[] command(String... options) {
    return Stream.concat(Stream.of("db", "update-cognito-user-ids"), Stream.of(options))
        .toArray(String[]::new);
  }

  /// What came of everybody, as `sub handle outcome`.
  static List<String> outcomes(Run run) {
    return StreamSupport.stream(run.json().get("users").spliterator(), false)
        .map(
            user ->
                "%s %s %s"
                    .formatted(
                        user.get("sub").textValue(),
                        user.get("handle").textValue(),
                        user.get("outcome").textValue()))
        .toList();
  }
}
