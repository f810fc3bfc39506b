package com.cruddur.messages.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The short form of the load: seconds instead of minutes, both restarts included, with everything
/// logged that can be.
class LoadTest {
  @Test
  void nothingAcknowledgedIsLostWhileBothDatabasesAreRestarted() throws Exception {
    var result = Load.run(Duration.ofSeconds(12), 4, true);
    System.out.println(result.report());
    assertThat(result.restarts()).hasSize(2);
    assertThat(result.ledger().acknowledged()).isNotEmpty();
    assertThat(result.lost()).isEmpty();
    assertThat(result.doubled()).isZero();
    assertThat(result.doubledInboxRows()).isZero();
    assertThat(result.untilNoLag()).isPresent();
    assertThat(result.unexplained()).isEmpty();
    assertThat(result.leaked()).isFalse();
  }
}
