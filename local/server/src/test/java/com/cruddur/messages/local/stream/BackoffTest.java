package com.cruddur.messages.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void pausesGrowUpToALimit() {
    var backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    assertThat(IntStream.of(1, 2, 3, 6, 7, 1_000).mapToObj(backoff::after))
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 3_200L, 5_000L, 5_000L);
  }
}
