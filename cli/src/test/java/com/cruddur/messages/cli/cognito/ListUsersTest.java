package com.cruddur.messages.cli.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.PoolStub;
import com.cruddur.messages.cli.testing.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListUsersTest {
  @TempDir private Path folder;
  private PoolStub pool;

  @BeforeEach
  void open() throws Exception {
    pool = new PoolStub();
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void everybodyOfEveryPageIsListedAndNoAddressIsFetched() {
    fill(150);

    var run = list("--output", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.jsonLines())
        .extracting(user -> user.get("sub").textValue() + " " + user.get("handle").textValue())
        .containsExactlyElementsOf(
            IntStream.range(0, 150).mapToObj(n -> "sub-" + n + " handle-" + n).toList());
    assertThat(run.jsonLines().getFirst().fieldNames())
        .toIterable()
        .containsExactly("handle", "sub", "status");
    assertThat(run.err()).isEmpty();
    assertThat(pool.pages()).containsExactly(60, 60, 30);
    assertThat(pool.given()).containsExactlyInAnyOrder("sub", "preferred_username");
    assertThat(run.out()).doesNotContain(PoolStub.EMAIL);
  }

  @Test
  void aFullLastPageIsNoTrouble() {
    fill(60);

    assertThat(list("--output", "json").jsonLines()).hasSize(60);
    assertThat(pool.pages()).containsExactly(60, 0);
  }

  @Test
  void aPoolOfNobodyIsListed() {
    var run = list();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out() + run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoHasNoHandleIsReported(boolean isListed) {
    fill(100);
    pool.with("sub-nameless", null);
    fill(100, 130);
    pool.with("sub-blank", " ");
    if (isListed) {
      pool.omittingWhatIsNotSet();
    }

    var run = list("--output", "json");

    assertThat(run.exitCode()).isZero();
    var lines = run.jsonLines();
    assertThat(lines).hasSize(132);
    assertThat(lines).extracting(user -> user.get("sub").textValue()).doesNotHaveDuplicates();
    assertThat(lines)
        .filteredOn(user -> user.get("handle").isNull())
        .extracting(user -> user.get("sub").textValue())
        .containsExactly("sub-nameless", "sub-blank");
    assertThat(run.err().lines())
        .containsExactly("sub-nameless has no handle", "sub-blank has no handle");
    assertThat(run.out()).doesNotContain(PoolStub.EMAIL);
    assertThat(pool.given()).doesNotContain("email");
  }

  @Test
  void whoIsNotConfirmedIsReported() {
    pool.with("sub-1", "early", "UNCONFIRMED")
        .with("sub-2", "invited", "FORCE_CHANGE_PASSWORD")
        .with("sub-3", "reset", "RESET_REQUIRED");

    var run = list("--output", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.jsonLines())
        .extracting(user -> user.get("status").textValue())
        .containsExactly("UNCONFIRMED", "FORCE_CHANGE_PASSWORD", "RESET_REQUIRED");
    assertThat(run.err()).isEqualTo("sub-1 is not confirmed: UNCONFIRMED\n");
  }

  @Test
  void peopleGetATable() {
    pool.with("c3a1f0de-8e0b-4a55-b8f1-51d1f3d0aa01", "andrew\u001b[2Jbrown");

    assertThat(list().out().lines())
        .containsExactly(
            "handle                    sub                                   status",
            "andrew\\u001b[2Jbrown      c3a1f0de-8e0b-4a55-b8f1-51d1f3d0aa01  CONFIRMED");
  }

  @Test
  void aPageIsShownBeforeTheNextIsFetched() throws Exception {
    fill(150);
    var firstPageWasRead = new CountDownLatch(1);
    var wasShownInTime = new AtomicBoolean();
    pool.beforeSecondPage(
        () -> {
          try {
            wasShownInTime.set(firstPageWasRead.await(20, TimeUnit.SECONDS));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    var process = cli().start("cognito", "list-users", "--output", "json");
    try (var out = process.inputReader()) {
      var lines = new ArrayList<String>();
      while (lines.size() < 60) {
        lines.add(out.readLine());
      }
      firstPageWasRead.countDown();
      assertThat(out.lines().count()).isEqualTo(90);
    } finally {
      process.destroy();
      process.waitFor();
    }
    assertThat(wasShownInTime).isTrue();
  }

  @Test
  void thePoolIsNamedByTheOptionFirst() {
    var run = list("--user-pool-id", "eu-central-1_Other");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err())
        .contains("User pool eu-central-1_Other does not exist.", "--user-pool-id")
        .hasLineCount(1);
  }

  @Test
  void theRegionIsThePools() {
    fill(1);

    assertThat(cli().with("AWS_REGION", "us-east-1").run("cognito", "list-users").exitCode())
        .isZero();
    assertThat(list("--user-pool-id", "us-east-1_Stub").exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stub",
        "eu-central-1",
        "eu-central-1_",
        "_Stub",
        "x.example/_y",
        "eu-central-1_Stub/x"
      })
  void whatIsNoPoolIsToldWhereItIsFound(String id) {
    var run = list("--user-pool-id", id);

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err()).contains(id, "bin/deploy prints it as UserPoolId").hasLineCount(1);
    assertThat(pool.pages()).isEmpty();
  }

  @Test
  void withoutPoolItIsSaidWhatToSet() {
    var run = Cli.in(folder).run("cognito", "list-users");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err()).contains("AWS_COGNITO_USER_POOL_ID", "--user-pool-id").hasLineCount(1);
  }

  @Test
  void whoIsNotLetInIsToldSo() {
    pool.denyingEverybody();

    var run = list();

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.err()).contains("not with these credentials", "sign in again").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whatIsNotThereIsSaidInOneLine() {
    var run =
        cli()
            .with("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "http://127.0.0.1:1")
            .run("cognito", "list-users");

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.err()).contains("cannot be reached").hasLineCount(1);
  }

  private void fill(int users) {
    fill(0, users);
  }

  private void fill(int from, int until) {
    for (var n = from; n < until; n++) {
      pool.with("sub-" + n, "handle-" + n);
    }
  }

  private Cli cli() {
    return pool.in(Cli.in(folder));
  }

  private Run list(String... options) {
    var arguments = new ArrayList<>(List.of("cognito", "list-users"));
    arguments.addAll(List.of(options));
    return cli().run(arguments.toArray(String[]::new));
  }
}
