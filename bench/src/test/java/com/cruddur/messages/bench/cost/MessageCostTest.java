package com.cruddur.messages.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class MessageCostTest {
  private static final MessageCost ALONE = Dollars.alone(Dollars.defaults());

  @Test
  void aMillionMessagesCostWhatTheReadmeSays() {
    assertThat(ALONE.table()).isEqualTo(8.38, offset(0.006));
    assertThat(ALONE.api()).isEqualTo(1.00, offset(0.001));
    assertThat(ALONE.functions()).isEqualTo(0.93, offset(0.005));
    assertThat(ALONE.log()).isEqualTo(0.15, offset(0.001));
    assertThat(ALONE.traced(0.05).total()).isEqualTo(10.96, offset(0.005));
    assertThat(ALONE.total()).isEqualTo(20.46, offset(0.005));
  }

  @Test
  void messagesThatComeTogetherShareTheirMove() {
    var together = Dollars.together(Dollars.defaults());
    assertThat(together.writes() * 100).isEqualTo(112, offset(1e-9));
    assertThat(together.functionCalls()).isEqualTo(1.01, offset(1e-9));
  }

  @Test
  void aFunctionIsPaidByItsTimeAndItsMemory() {
    var twice = new MessageCost(0, 0, 0, 1, 0.2, 1, 0, 0).functions();
    assertThat(new MessageCost(0, 0, 0, 1, 0.1, 2, 0, 0).functions()).isEqualTo(twice);
    // 200,000 GB-seconds and a million calls.
    assertThat(twice).isEqualTo(0.20 + 2.66668, offset(1e-9));
  }

  @Test
  void anIdleUserCostsBytesOfTableBackupAndDatabase() {
    var nobody = new IdleUser(0, 0);
    // 0.5 GB of database.
    assertThat(nobody.dollars(1_000_000, true)).isEqualTo(0.05, offset(1e-9));
    // A message more each: 0.368 GB of table and its backup.
    assertThat(new IdleUser(0, 1).dollars(1_000_000, true))
        .isEqualTo(0.05 + 0.368 * 0.45, offset(1e-9));
  }

  @Test
  void aNameItDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> Dollars.main(new String[] {"seconds=1"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seconds=1");
  }
}
