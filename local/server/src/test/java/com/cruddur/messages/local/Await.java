package com.cruddur.messages.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another process or thread is about to do.
public final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(20);

  private Await() {}

  /// Returns as soon as `condition` holds.
  ///
  /// @throws AssertionError when it does not within a minute
  public static void until(String what, BooleanSupplier condition) {
    var deadline = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("waited in vain until " + what);
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
