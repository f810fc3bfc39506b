package com.cruddur.messages.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DurationsTest {
  @Test
  void aPercentileIsAMeasuredDurationThatSoManyDoNotExceed() {
    var hundred =
        Durations.of(
            IntStream.rangeClosed(1, 100).map(i -> 101 - i).mapToObj(Duration::ofMillis).toList());
    assertThat(hundred.percentile(50)).hasMillis(50);
    assertThat(hundred.percentile(99)).hasMillis(99);
    assertThat(hundred.percentile(100)).hasMillis(100);
    assertThat(hundred.percentile(0)).hasMillis(1);
  }

  @Test
  void ofOneDurationEveryPercentileIsThatOne() {
    var one = Durations.of(List.of(Duration.ofMillis(7)));
    assertThat(one.percentile(1)).hasMillis(7);
    assertThat(one.percentile(99)).hasMillis(7);
  }
}
