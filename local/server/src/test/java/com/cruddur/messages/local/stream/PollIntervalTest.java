package com.cruddur.messages.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollIntervalTest {
  private final PollInterval interval = new PollInterval();

  @Test
  void shardIsAskedOftenAfterARecordAndSeldomOnceItIsQuiet() {
    assertThat(interval.afterNothing()).isGreaterThan(Duration.ofMillis(10));
    interval.foundRecords();
    assertThat(interval.afterNothing()).isLessThan(Duration.ofMillis(5));
    for (var poll = 0; poll < 1_000; poll++) {
      interval.afterNothing();
    }
    assertThat(interval.afterNothing()).isGreaterThan(Duration.ofMillis(10));
  }
}
