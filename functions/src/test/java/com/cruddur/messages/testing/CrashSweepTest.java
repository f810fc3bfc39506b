package com.cruddur.messages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.table.InboxRows;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CrashSweepTest {
  private static final int REQUESTS = 3;

  @RegisterExtension final Product product = new Product();

  @Test
  void eachRequestIsACrashPoint() {
    assertThat(points(_ -> false)).isEqualTo(REQUESTS);
  }

  @Test
  void aFailureThatNobodyInjectedDoesNotEndTheSweep() {
    assertThat(IntStream.range(0, 7)).allMatch(attempt -> points(n -> n == attempt) == REQUESTS);
  }

  @Test
  void workThatNeverGetsAsFarIsNoSuccess() {
    assertThatThrownBy(() -> points(n -> n >= 4)).hasMessageContaining("it failed before that");
  }

  /// @param fails of itself, without a request, at the attempts of these numbers
  private int points(IntPredicate fails) {
    var attempts = new AtomicInteger();
    return new CrashSweep(product)
        .over(
            () -> new Reading(() -> fails.test(attempts.getAndIncrement())),
            Set.of(Failure.KILLED_BEFORE));
  }

  private final class Reading implements CrashSweep.Work {
    private final BooleanSupplier fails;

    private Reading(BooleanSupplier fails) {
      this.fails = fails;
    }

    @Override
    public boolean attempt() {
      if (fails.getAsBoolean()) {
        return false;
      }
      for (var n = 0; n < REQUESTS; n++) {
        new InboxRows(product.table()).members(product.andrew.uuid());
      }
      return true;
    }

    @Override
    public void check(List<Boolean> attempts) {}
  }
}
