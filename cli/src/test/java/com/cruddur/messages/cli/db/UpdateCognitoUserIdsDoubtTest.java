package com.cruddur.messages.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Nobody gets a row that may be somebody else's.
class UpdateCognitoUserIdsDoubtTest {
  @RegisterExtension final Repair repair = new Repair();

  @Test
  void ofTwoUsersWithOneHandleNobodyIsUpdated() throws Exception {
    repair.rows("andrew=MOCK");
    repair.pool().with("s1", "andrew").with("s2", "andrew");

    repair.assertRefused("s1 andrew ambiguous", "s2 andrew ambiguous");
    assertThat(repair.users().rows()).containsExactly("andrew=MOCK");
  }

  @Test
  void anUnconfirmedNamesakeIsOneToo() throws Exception {
    repair.rows("andrew=MOCK");
    repair.pool().with("s1", "andrew").with("s2", "andrew", "UNCONFIRMED");

    repair.assertRefused("s1 andrew ambiguous", "s2 andrew unconfirmed");
    assertThat(repair.users().rows()).containsExactly("andrew=MOCK");
  }

  @Test
  void ofTwoUsersWithOneHandleTheOwnerKeepsTheRow() throws Exception {
    repair.rows("andrew=s2");
    repair.pool().with("s1", "andrew").with("s2", "andrew");

    repair.assertRefused("s1 andrew taken", "s2 andrew unchanged");
    assertThat(repair.users().rows()).containsExactly("andrew=s2");
  }

  @Test
  void ofTwoRowsWithOneHandleNoneIsGiven() throws Exception {
    repair.rows("andrew=MOCK", "andrew=MOCK-2");
    repair.pool().with("s1", "andrew");

    repair.assertRefused("s1 andrew ambiguous");
    assertThat(repair.users().rows()).containsExactly("andrew=MOCK", "andrew=MOCK-2");
  }

  @Test
  void ofTwoRowsWithOneHandleTheOwnedOneStaysAndTheOtherIsNotGiven() throws Exception {
    repair.rows("andrew=MOCK", "andrew=s1");
    repair.pool().with("s1", "andrew").with("s2", "andrew");

    repair.assertRefused("s1 andrew unchanged", "s2 andrew ambiguous");
    assertThat(repair.users().rows()).containsExactly("andrew=MOCK", "andrew=s1");
  }

  @Test
  void theRowOfARenamedUserIsHandedToNobody() throws Exception {
    repair.rows("andrew=s2");
    repair.pool().with("s1", "andrew").with("s2", "drew");

    var run = repair.assertRefused("s1 andrew taken", "s2 drew renamed");
    assertThat(run.json().at("/users/1/hint").textValue()).isEqualTo("the row's handle is andrew");
    assertThat(repair.users().rows()).containsExactly("andrew=s2");
  }

  @Test
  void alsoTheRowOfAnUnconfirmedUserIsHandedToNobody() throws Exception {
    repair.rows("andrew=s2");
    repair.pool().with("s1", "andrew").with("s2", "andrew", "UNCONFIRMED");

    repair.assertRefused("s1 andrew taken", "s2 andrew unconfirmed");
    assertThat(repair.users().rows()).containsExactly("andrew=s2");
  }

  @Test
  void aSubIsNeverGivenToASecondRow() throws Exception {
    repair.rows("andrew=s1", "drew=MOCK");
    repair.pool().with("s1", "drew");

    repair.assertRefused("s1 drew renamed");
    assertThat(repair.users().rows()).containsExactly("andrew=s1", "drew=MOCK");
  }

  @Test
  void aSubThatTwoRowsHaveIsReported() throws Exception {
    repair.rows("andrew=s1", "drew=s1");
    repair.pool().with("s1", "drew");

    repair.assertRefused("s1 drew ambiguous");
    assertThat(repair.users().rows()).containsExactly("andrew=s1", "drew=s1");
  }

  @Test
  void whoIsListedTwiceIsOnePerson() throws Exception {
    repair.rows("andrew=MOCK");
    repair.pool().with("s1", "andrew").with("s1", "andrew");

    assertThat(repair.run().exitCode()).isZero();
    assertThat(repair.users().rows()).containsExactly("andrew=s1");
  }

  @Test
  void whoSignsUpWhileThePoolIsReadKeepsTheRow() throws Exception {
    repair.rows();
    repair.pool().with("loser", "andrew");
    for (var n = 1; n < 60; n++) {
      repair.pool().with("s" + n, "h" + n);
    }
    repair
        .pool()
        .beforeSecondPage(
            () -> {
              try {
                repair.users().add("andrew", "signed-up-since");
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });

    var run = repair.run("--output", "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(Repair.outcomes(run)).contains("loser andrew changed");
    assertThat(repair.users().rows()).containsExactly("andrew=signed-up-since");
  }
}
