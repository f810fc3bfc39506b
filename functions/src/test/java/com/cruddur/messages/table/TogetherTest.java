package com.cruddur.messages.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private final Together together = Together.onThreads();

  @Test
  void doesThemAtOnceAndKeepsTheirOrder() {
    var meeting = new CyclicBarrier(2);
    Supplier<Integer> first = () -> meet(meeting, 1);
    Supplier<Integer> second = () -> meet(meeting, 2);
    assertThat(together.all(List.of(first, second))).containsExactly(1, 2);
  }

  @Test
  void comesBackWhenNothingIsUnderWayAlsoWhereOneFails() {
    var failed = new CountDownLatch(1);
    var finished = new AtomicBoolean();
    Supplier<Integer> fails =
        () -> {
          failed.countDown();
          throw new IllegalStateException("one");
        };
    Supplier<Integer> takesLonger =
        () -> {
          await(failed);
          finished.set(true);
          return 1;
        };
    assertThatThrownBy(() -> together.all(List.of(fails, takesLonger)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("one");
    assertThat(finished).isTrue();
  }

  @Test
  void errorsAreTheCallersToo() {
    Supplier<Integer> dies =
        () -> {
          throw new AssertionError("dead");
        };
    assertThatThrownBy(() -> together.all(List.of(dies, () -> 1)))
        .isInstanceOf(AssertionError.class)
        .hasMessage("dead");
  }

  private static int meet(CyclicBarrier meeting, int value) {
    try {
      meeting.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the other one never came", e);
    }
    return value;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
