package com.cruddur.messages.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.PoolStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who gets which row.
class UpdateCognitoUserIdsTest {
  @RegisterExtension final Repair repair = new Repair();

  @Test
  void theRowOfTheHandleGetsTheSub() throws Exception {
    repair.rows("andrew=MOCK", "bayko=MOCK", "loren=s3", "left=MOCK");
    repair.pool().with("s1", "andrew").with("s2", "bayko").with("s3", "loren");

    var run = repair.run("--output", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(Repair.outcomes(run))
        .containsExactly("s1 andrew updated", "s2 bayko updated", "s3 loren unchanged");
    assertThat(run.json().at("/counts").toString())
        .isEqualTo("{\"updated\":2,\"unchanged\":1,\"unknown\":0}");
    assertThat(run.json().at("/users/0/cognito_user_id_before").textValue()).isEqualTo("MOCK");
    assertThat(run.json().at("/users/0/uuid").textValue())
        .isEqualTo(repair.users().query("SELECT uuid FROM users WHERE handle='andrew'").getFirst());
    assertThat(run.err()).isEmpty();
    assertThat(repair.users().rows())
        .containsExactly("andrew=s1", "bayko=s2", "left=MOCK", "loren=s3");
  }

  @Test
  void aSecondTimeEverybodyIsUnchanged() throws Exception {
    repair.rows("andrew=MOCK", "bayko=MOCK");
    repair.pool().with("s1", "andrew").with("s2", "bayko");
    repair.run();

    var run = repair.run("--output", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(Repair.outcomes(run)).containsExactly("s1 andrew unchanged", "s2 bayko unchanged");
  }

  @Test
  void peopleGetATableAndASum() throws Exception {
    repair.rows("andrew=MOCK");
    repair.pool().with("s1", "andrew").with("s2", "nobody");

    var run = repair.run();

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.out().lines())
        .containsExactly(
            "outcome      handle                    sub",
            "updated      andrew                    s1",
            "unknown      nobody                    s2",
            "1 updated, 0 unchanged, 1 unknown");
  }

  @Test
  void everyPageOfThePoolCounts() throws Exception {
    repair.rows();
    repair
        .users()
        .execute(
            "INSERT INTO users (display_name, handle, email, cognito_user_id)"
                + " SELECT 'S', 'h' || n, 'e', 'MOCK' FROM generate_series(1, 130) n");
    for (var n = 1; n <= 130; n++) {
      repair.pool().with("s" + n, "h" + n);
    }

    assertThat(repair.run().exitCode()).isZero();
    assertThat(
            repair
                .users()
                .query(
                    "SELECT count(*) FROM users WHERE cognito_user_id = 's' || substr(handle, 2)"))
        .containsExactly("130");
  }

  @Test
  void aDryRunOnlySaysWhatWouldBeDone() throws Exception {
    repair.rows("andrew=MOCK");
    repair.pool().with("s1", "andrew");

    var json = repair.run("--dry-run", "--output", "json");
    var table = repair.run("--dry-run");

    assertThat(json.exitCode()).isZero();
    assertThat(json.json().get("dry_run").booleanValue()).isTrue();
    assertThat(Repair.outcomes(json)).containsExactly("s1 andrew updated");
    assertThat(table.out()).contains("this was a dry run: nothing was changed");
    assertThat(repair.users().rows()).containsExactly("andrew=MOCK");
  }

  @Test
  void whoIsUnconfirmedGetsNothing() throws Exception {
    repair.rows("andrew=MOCK", "bayko=MOCK");
    repair.pool().with("s1", "andrew", "UNCONFIRMED").with("s2", "bayko");

    repair.assertRefused("s1 andrew unconfirmed", "s2 bayko updated");
    assertThat(repair.users().rows()).containsExactly("andrew=MOCK", "bayko=s2");
  }

  @Test
  void aStatusOfTomorrowIsNotTrusted() throws Exception {
    repair.rows("andrew=MOCK");
    repair.pool().with("s1", "andrew", "SOMETHING_NEW");

    repair.assertRefused("s1 andrew unconfirmed");
    assertThat(repair.users().rows()).containsExactly("andrew=MOCK");
  }

  @Test
  void whoHasNoHandleOrNoRowIsReported() throws Exception {
    repair.rows("andrew=MOCK");
    repair.pool().with("s1", null).with("s2", "stranger").omittingWhatIsNotSet();

    repair.assertRefused("s1 null no_handle", "s2 stranger unknown");
    assertThat(repair.users().rows()).containsExactly("andrew=MOCK");
  }

  @Test
  void otherCapitalsAreAHintOnly() throws Exception {
    repair.rows("Andrew=MOCK");
    repair.pool().with("s1", "andrew");

    var run = repair.assertRefused("s1 andrew unknown");
    assertThat(run.json().at("/users/0/hint").textValue()).isEqualTo("there is a row of Andrew");
    assertThat(repair.users().rows()).containsExactly("Andrew=MOCK");
  }

  @Test
  void outsideTheLocalEnvironmentTheOperatorIsAsked() throws Exception {
    repair.rows("andrew=MOCK");
    repair.pool().with("s1", "andrew");
    // Loopback, but not by its text.
    var cli =
        repair.cli().with("DATABASE_URL", repair.users().url().replaceFirst("//[^:/]+", "//127.1"));

    assertThat(cli.run(Repair.command("--dry-run")).exitCode()).isZero();
    var unasked = cli.run(Repair.command());
    assertThat(unasked.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(unasked.err())
        .contains(
            "the user pool " + PoolStub.ID,
            "database %s on 127.1".formatted(repair.users().name()),
            "--yes")
        .hasLineCount(1);
    assertThat(repair.users().rows()).containsExactly("andrew=MOCK");

    assertThat(cli.run(Repair.command("--yes")).exitCode()).isZero();
    assertThat(repair.users().rows()).containsExactly("andrew=s1");
  }

  @Test
  void noAddressIsSaid() throws Exception {
    repair.rows("andrew=MOCK", "twice=MOCK", "twice=MOCK");
    repair.pool().with("s1", "andrew").with("s2", "twice").with("s3", "nobody").with("s4", null);

    for (var output : new String[] {"table", "json"}) {
      var run = repair.run("--verbose", "--output", output);
      assertThat(run.out() + run.err()).doesNotContain(PoolStub.EMAIL).contains("nobody");
    }
  }
}
