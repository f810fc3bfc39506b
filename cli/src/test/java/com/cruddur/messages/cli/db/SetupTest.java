package com.cruddur.messages.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.UsersStore;
import com.cruddur.messages.testing.PasswordCollector;
import com.cruddur.messages.user.IamAuthentication;
import com.cruddur.messages.user.RegisterUser;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
  @RegisterExtension final UsersStore users = new UsersStore();
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void call() {
    cli = Cli.in(folder).with("DATABASE_URL", users.url());
  }

  @Test
  void tableAndUsersAreMadeOnce() throws Exception {
    var first = cli.run("db", "setup");
    var rows = users.rows();
    var second = cli.run("db", "setup", "--output", "json");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).isEqualTo("made the table public.users, added 3 of 3 users\n");
    assertThat(rows).extracting(row -> row.split("=")[0]).contains("andrewbrown", "bayko", "loren");
    assertThat(second.exitCode()).isZero();
    assertThat(second.json().get("table_made").booleanValue()).isFalse();
    assertThat(second.json().get("users_added").intValue()).isZero();
    assertThat(users.rows()).isEqualTo(rows);
    assertThat(users.query("SELECT indexname FROM pg_indexes WHERE tablename = 'users'"))
        .contains("users_handle", "users_cognito_user_id");
  }

  @Test
  void whoIsThereStaysAsHeIs() throws Exception {
    cli.run("db", "setup");
    users.execute(
        "DELETE FROM users WHERE handle = 'loren';"
            + "UPDATE users SET handle = 'renamed' WHERE handle = 'andrewbrown';"
            + "UPDATE users SET uuid = gen_random_uuid(), handle = 'Bayko' WHERE handle = 'bayko'");

    var run = cli.run("db", "setup", "--output", "json");

    assertThat(run.json().get("users_added").intValue()).isOne();
    assertThat(users.query("SELECT handle FROM users ORDER BY lower(handle)"))
        .containsExactly("Bayko", "loren", "renamed");
  }

  @Test
  void aRegistrationIsWaitedForAndNotForLong() throws Exception {
    try (var registration = users.connect()) {
      registration.setAutoCommit(false);
      RegisterUser.lock(registration);
      keepBusy(registration);

      var run = cli.run("db", "setup");

      assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(run.err()).contains("nothing was changed, try again later").hasLineCount(1);
    }
    assertThat(users.query("SELECT to_regclass('public.users')")).containsOnlyNulls();
  }

  // The lock's transaction would be ended after 2 idle seconds.
  private static void keepBusy(Connection registration) throws SQLException {
    try (var statement = registration.createStatement()) {
      statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
    }
  }

  @Test
  void outsideTheLocalEnvironmentNothingHappensUnasked() {
    var url = "jdbc:postgresql://users.example.com/cruddur?user=owner&password=secret";

    var run = cli.run("db", "setup", "--database-url", url);

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err())
        .contains("database cruddur on users.example.com", "--yes")
        .doesNotContain("secret")
        .hasLineCount(1);
  }

  @Test
  void onAwsTheCredentialsOfTheOperatorAreThePassword() throws Exception {
    try (var database = new PasswordCollector()) {
      var url =
          "jdbc:postgresql://127.0.0.1:%d/cruddur?user=owner&sslmode=disable&gssEncMode=disable&authenticationPluginClassName=%s"
              .formatted(database.port(), IamAuthentication.class.getName());

      var run =
          cli.with("DATABASE_URL", url)
              .with("AWS_REGION", "eu-central-1")
              .with("AWS_ACCESS_KEY_ID", "key")
              .with("AWS_SECRET_ACCESS_KEY", "very-secret")
              .run("db", "setup");

      assertThat(database.next())
          .startsWith("127.0.0.1:%d/?DBUser=owner&Action=connect".formatted(database.port()))
          .contains("eu-central-1%2Frds-db");
      assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(run.err()).doesNotContain("very-secret").hasLineCount(1);
    }
  }

  @Test
  void aUserWhoMayNotIsToldSo() throws Exception {
    users.execute(
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nobody_much') THEN"
            + " CREATE ROLE nobody_much LOGIN; END IF; END $$");

    var run =
        cli.with("DATABASE_URL", users.url().replace("user=postgres", "user=nobody_much"))
            .run("db", "setup");

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.err()).contains("sign in as another one, its owner").hasLineCount(1);
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidInOneLine() {
    var nowhere = cli.with("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x?user=u");
    var other = cli.with("DATABASE_URL", users.url().replace(users.name(), "no_such_database"));

    assertThat(nowhere.run("db", "setup").exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(nowhere.run("db", "setup").err()).contains("cannot be reached").hasLineCount(1);
    assertThat(other.run("db", "setup").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(other.run("db", "setup").err()).contains("no such database").hasLineCount(1);
  }
}
