package com.cruddur.messages.testing;

import com.cruddur.messages.testing.Faults.Crash;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Lets work fail at each of its requests to DynamoDB in turn, in every way a request can fail; has
/// it done again, as a caller or Lambda would; and checks the table after each time.
public final class CrashSweep {
  private static final int MAX_ATTEMPTS = 3;

  private final Product product;

  public CrashSweep(Product product) {
    this.product = product;
  }

  /// Work on a table that was empty before.
  public interface Work {
    /// Does it, or what is left of it.
    ///
    /// @return whether that is acknowledged, so that nobody does it again
    boolean attempt();

    /// Holds the table against what was acknowledged.
    ///
    /// @param attempts whether each attempt so far was acknowledged
    void check(List<Boolean> attempts);
  }

  /// How long a failure lasts.
  private enum Duration {
    /// One request; those that follow find DynamoDB well.
    ONCE,
    /// Every request from that one on, until the next attempt.
    FROM_THEN_ON
  }

  /// Sweeps with every failure over the work that `prepare` makes.
  ///
  /// @return the number of crash points
  public int over(Supplier<? extends Work> prepare) {
    return over(prepare, EnumSet.allOf(Failure.class));
  }

  /// Sweeps with some failures over the work that `prepare` makes.
  ///
  /// @return the number of crash points
  public int over(Supplier<? extends Work> prepare, Set<Failure> failures) {
    var points = 0;
    for (var failure : failures) {
      for (var duration : durations(failure)) {
        var point = new Point(failure, duration, 0);
        while (reaches(point, prepare)) {
          points += point.happened ? 1 : 0;
          point = new Point(failure, duration, point.at + 1);
        }
      }
    }
    System.out.printf("%d crash points%n", points);
    return points;
  }

  // False when the work does not have so many requests, which only work that got done shows: on a
  // machine that stands still for seconds it may fail before the point, of itself.
  private boolean reaches(Point point, Supplier<? extends Work> prepare) {
    for (var time = 0; time < MAX_ATTEMPTS; time++) {
      product.rows().clear();
      product.restart();
      try {
        point.crash(prepare.get());
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(point + ": " + e.getMessage(), e);
      }
      if (point.reached || point.done) {
        return point.reached;
      }
    }
    throw new AssertionError(point + ": it failed before that, each of " + MAX_ATTEMPTS + " times");
  }

  // A failure that lasts costs all repetitions with their pauses.
  private static List<Duration> durations(Failure failure) {
    return Stress.isLongForm() && !failure.ends()
        ? List.of(Duration.values())
        : List.of(Duration.ONCE);
  }

  private final class Point {
    private final Failure failure;
    private final Duration duration;
    private final int at;
    private boolean reached;
    private boolean happened;
    private boolean done;

    private Point(Failure failure, Duration duration, int at) {
      this.failure = failure;
      this.duration = duration;
      this.at = at;
    }

    private void crash(Work work) {
      product.faults.inject(
          call -> {
            var here = call.number() == at;
            reached |= here;
            var lasts = duration == Duration.FROM_THEN_ON && call.number() >= at;
            if ((here || lasts) && failure.canHappen(call)) {
              happened = true;
              return failure.happen(call);
            }
            return call.send();
          });
      var attempts = new ArrayList<Boolean>();
      attempts.add(attempt(work));
      product.faults.none();
      if (reached) {
        recover(work, attempts);
      }
      done = attempts.getLast();
    }

    private void recover(Work work, List<Boolean> attempts) {
      work.check(attempts);
      while (!attempts.getLast()) {
        if (attempts.size() > MAX_ATTEMPTS) {
          throw new AssertionError("it does not recover");
        }
        product.restart();
        attempts.add(attempt(work));
        work.check(attempts);
      }
    }

    private boolean attempt(Work work) {
      try {
        return work.attempt();
      } catch (Crash e) {
        return false;
      }
    }

    @Override
    public String toString() {
      return failure + " " + duration + " at request " + at;
    }
  }
}
