package com.cruddur.messages.local.stream;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Says once and for all that everything is to end, and wakes whoever pauses. Nothing is
/// interrupted: a call of the function that is under way comes to its end.
final class StopSignal {
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  void set() {
    stopped.complete(null);
  }

  boolean isSet() {
    return stopped.isDone();
  }

  /// Runs `action` when the signal is set.
  void onSet(Runnable action) {
    stopped.thenRun(action);
  }

  /// Waits, at most until the signal.
  ///
  /// @return whether to go on
  boolean pause(Duration duration) {
    try {
      stopped.get(duration.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      set();
    } catch (ExecutionException e) {
      throw new IllegalStateException("never completed with an exception", e);
    }
    return false;
  }
}
