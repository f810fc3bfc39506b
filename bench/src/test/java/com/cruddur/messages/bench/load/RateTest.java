package com.cruddur.messages.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.bench.load.Ledger.Answer;
import com.cruddur.messages.bench.load.Ledger.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateTest {
  @Test
  void countsAnswersASecondAndProcessorTimeARequest() {
    var answers =
        IntStream.rangeClosed(1, 200).mapToObj(millis -> answer(millis, 200)).toList().reversed();
    assertThat(Rate.of(answers, Duration.ofSeconds(4), Duration.ofMillis(500)))
        .isEqualTo(
            new Rate(
                50, Duration.ofMillis(100), Duration.ofMillis(198), Duration.ofNanos(2_500_000)));
  }

  @Test
  void oneAnswerThatIsNoneSpoilsTheMeasurement() {
    var answers = List.of(answer(1, 200), answer(1, 429));
    assertThatThrownBy(() -> Rate.of(answers, Duration.ofSeconds(1), Duration.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("429");
  }

  @Test
  void noAnswerAtAllIsNoMeasurement() {
    assertThatThrownBy(() -> Rate.of(List.of(), Duration.ofSeconds(1), Duration.ZERO))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Answer answer(int millis, int status) {
    return new Answer(Kind.LIST_MESSAGES, Instant.EPOCH, Duration.ofMillis(millis), status);
  }
}
