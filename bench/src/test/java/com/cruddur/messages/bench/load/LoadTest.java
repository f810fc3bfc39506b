package com.cruddur.messages.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The short form of the load: seconds instead of minutes, both restarts included, with everything
/// logged that can be.
class LoadTest {
  // Errors may be late on a busy machine; the long form allows five seconds.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void nothingAcknowledgedIsLostWhileBothDatabasesAreRestarted() throws Exception {
    var result = Load.run(Duration.ofSeconds(12), 4, true);
    System.out.println(LoadReport.of(result));
    assertThat(result.restarts()).hasSize(2);
    assertThat(result.ledger().acknowledged()).isNotEmpty();
    assertThat(result.stored().lost()).isEmpty();
    assertThat(result.stored().forgotten()).isLessThanOrEqualTo(1);
    assertThat(result.stored().doubled()).isEmpty();
    assertThat(result.stored().outOfOrder()).isEmpty();
    assertThat(result.stored().doubledInboxRows()).isEmpty();
    assertThat(result.untilNoLag()).isPresent();
    assertThat(result.givenUp()).isZero();
    assertThat(result.wrong()).isEmpty();
    assertThat(result.unexplained(PATIENCE)).isEmpty();
    assertThat(result.isRecovered()).isTrue();
    assertThat(result.leaked()).isFalse();
  }
}
