package com.cruddur.messages.cli.transfer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Runs tasks at the same time until all are done, one fails, or the operator wants an end.
final class SideBySide {
  private static final Duration LOOK = Duration.ofMillis(50);

  private SideBySide() {}

  /// Runs them, each on a thread that keeps no process alive: a task that waits for something when
  /// this returns is left behind.
  ///
  /// @return whether all are done
  /// @throws RuntimeException what the first one threw that failed
  static boolean run(List<Runnable> tasks, BooleanSupplier isStopRequested) {
    var threads =
        Executors.newFixedThreadPool(
            Math.max(1, tasks.size()), Thread.ofPlatform().daemon().factory());
    try {
      var running = new ExecutorCompletionService<Void>(threads);
      tasks.forEach(task -> running.submit(task, null));
      for (var done = 0; done < tasks.size(); ) {
        if (isStopRequested.getAsBoolean()) {
          return false;
        }
        var ended = running.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (ended != null) {
          ended.get();
          done++;
        }
      }
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      // Tasks throw nothing else.
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      threads.shutdownNow();
    }
  }
}
