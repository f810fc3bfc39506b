package com.cruddur.messages.cli.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.PoolStub;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.RegisterUser;
import com.cruddur.messages.user.SignUp;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Everything or nothing, in bounded time, beside registrations.
class UpdateCognitoUserIdsAtomicityTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WAITING =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name = 'cruddur' AND wait_event_type = 'Lock'";
  private static final List<String> AS_IT_WAS = List.of("andrew=MOCK", "bayko=MOCK", "loren=MOCK");

  @RegisterExtension final Repair repair = new Repair();

  @Test
  void aStatementThatFailsLeavesEverythingAsItWas() throws Exception {
    threeUsers();
    repair
        .users()
        .execute(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'not %', OLD.email; END $$;"
                + "CREATE TRIGGER refuse BEFORE UPDATE ON users FOR EACH ROW"
                + " WHEN (OLD.handle = 'loren') EXECUTE FUNCTION refuse()");

    var run = repair.run("--output", "json");
    var verbose = repair.run("--verbose");

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("P0001").hasLineCount(1);
    assertThat(verbose.err()).contains("executeUpdate").doesNotContain(PoolStub.EMAIL);
    assertThat(repair.users().rows()).isEqualTo(AS_IT_WAS);
  }

  @Test
  void aRowThatIsLeftOutLeavesEverythingAsItWas() throws Exception {
    threeUsers();
    repair
        .users()
        .execute(
            "CREATE FUNCTION ignore() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RETURN NULL; END $$;"
                + "CREATE TRIGGER ignore BEFORE UPDATE ON users FOR EACH ROW"
                + " WHEN (OLD.handle = 'loren') EXECUTE FUNCTION ignore()");

    var run = repair.run();

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.err()).contains("nothing was changed").hasLineCount(1);
    assertThat(repair.users().rows()).isEqualTo(AS_IT_WAS);
  }

  @Test
  void whoIsKilledInTheMiddleLeavesEverythingAsItWas() throws Exception {
    threeUsers();
    try (var other = holding("SELECT FROM users WHERE handle = 'loren' FOR UPDATE")) {
      var process = repair.cli().start(Repair.command());
      try {
        awaitWaiting();
        process.destroyForcibly();
        assertThat(process.waitFor()).isEqualTo(128 + 9);
      } finally {
        process.destroyForcibly();
      }
      other.rollback();
    }
    // Whatever its session still does is done when the table can be locked.
    repair.users().execute("BEGIN; LOCK TABLE users IN ACCESS EXCLUSIVE MODE; COMMIT");
    assertThat(repair.users().rows()).isEqualTo(AS_IT_WAS);
  }

  @Test
  void aLostConnectionLeavesEverythingAsItWas() throws Exception {
    threeUsers();
    try (var other = holding("SELECT FROM users WHERE handle = 'loren' FOR UPDATE")) {
      var run = inBackground(() -> repair.run());
      awaitWaiting();
      repair.users().query("SELECT pg_terminate_backend(pid) FROM (" + WAITING + ") waiting");

      var ended = run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(ended.err()).contains("was lost").hasLineCount(1);
      other.rollback();
    }
    assertThat(repair.users().rows()).isEqualTo(AS_IT_WAS);
  }

  @Test
  void aRegistrationIsWaitedForAndItsRowCounts() throws Exception {
    repair.rows("andrew=MOCK");
    repair.pool().with("s1", "andrew").with("s2", "new");
    try (var registration = repair.users().connect()) {
      registration.setAutoCommit(false);
      RegisterUser.lock(registration);
      execute("SET LOCAL idle_in_transaction_session_timeout = 0", registration);
      execute(
          "INSERT INTO users (display_name, handle, email, cognito_user_id)"
              + " VALUES ('New', 'new', 'e', 's2')",
          registration);
      var run = inBackground(() -> repair.run("--output", "json"));
      awaitWaiting();
      registration.commit();

      assertThat(Repair.outcomes(run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)))
          .containsExactly("s1 andrew updated", "s2 new unchanged");
    }
    assertThat(repair.users().rows()).containsExactly("andrew=s1", "new=s2");
  }

  @Test
  void aRegistrationWaitsForIt() throws Exception {
    threeUsers();
    try (var other = holding("SELECT FROM users WHERE handle = 'loren' FOR UPDATE")) {
      var run = inBackground(() -> repair.run());
      awaitWaiting();
      var registration =
          inBackground(
              () -> {
                new RegisterUser(
                        new PostgresConnection(repair.users().url(), RegisterUser.PATIENCE))
                    .register(new SignUp("s4", "new", "New", "new@example.com"));
                return true;
              });
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  !repair
                      .users()
                      .query(
                          "SELECT pid FROM pg_locks"
                              + " WHERE locktype = 'advisory' AND NOT granted")
                      .isEmpty());
      other.rollback();

      assertThat(run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).exitCode()).isZero();
      registration.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    assertThat(repair.users().rows())
        .containsExactly("andrew=s1", "bayko=s2", "loren=s3", "new=s4");
  }

  @Test
  void whoInsertsWithoutTheLockOfRegistrationsIsWaitedForToo() throws Exception {
    threeUsers();
    try (var other =
        holding(
            "INSERT INTO users (display_name, handle, email, cognito_user_id)"
                + " VALUES ('A', 'andrew', 'e', 's1')")) {
      var run = inBackground(() -> repair.run("--output", "json"));
      awaitWaiting();
      other.commit();

      assertThat(Repair.outcomes(run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)))
          .containsExactly("s1 andrew unchanged", "s2 bayko updated", "s3 loren updated");
    }
    assertThat(repair.users().rows())
        .containsExactly("andrew=MOCK", "andrew=s1", "bayko=s2", "loren=s3");
  }

  @Test
  void nobodyIsWaitedForForLong() throws Exception {
    threeUsers();
    try (var _ = holding("LOCK TABLE users IN ROW EXCLUSIVE MODE")) {
      var run = repair.run();

      assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(run.err()).contains("55P03", "nothing was changed").hasLineCount(1);
    }
    assertThat(repair.users().rows()).isEqualTo(AS_IT_WAS);
  }

  @Test
  void aDryRunWaitsForNobody() throws Exception {
    threeUsers();
    try (var registration = holding("LOCK TABLE users IN ROW EXCLUSIVE MODE")) {
      RegisterUser.lock(registration);
      execute("SET LOCAL idle_in_transaction_session_timeout = 0", registration);
      assertThat(repair.run("--dry-run").exitCode()).isZero();
    }
  }

  @Test
  void aDatabaseWithoutTheTableIsToldHowToMakeIt() {
    var run = repair.run();

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err()).contains("bin/cruddur db setup").hasLineCount(1);
    assertThat(repair.pool().pages()).isEmpty();
  }

  @Test
  void aPoolThatCannotBeListedChangesNothing() throws Exception {
    threeUsers();
    repair.pool().denyingEverybody();

    assertThat(repair.run().exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(repair.users().rows()).isEqualTo(AS_IT_WAS);
  }

  private void threeUsers() throws SQLException {
    repair.rows(AS_IT_WAS.toArray(String[]::new));
    repair.pool().with("s1", "andrew").with("s2", "bayko").with("s3", "loren");
  }

  private Connection holding(String sql) throws SQLException {
    var connection = repair.users().connect();
    connection.setAutoCommit(false);
    execute(sql, connection);
    return connection;
  }

  private static void execute(String sql, Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static <T> Future<T> inBackground(Callable<T> work) {
    var task = new FutureTask<>(work);
    Thread.startVirtualThread(task);
    return task;
  }

  private void awaitWaiting() {
    await().atMost(PATIENCE).until(() -> !repair.users().query(WAITING).isEmpty());
  }
}
