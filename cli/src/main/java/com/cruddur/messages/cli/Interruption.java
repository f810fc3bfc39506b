package com.cruddur.messages.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Ctrl-C, or a SIGTERM, during long work: it ends at the next safe place, and the operator is told
/// how to go on.
public final class Interruption implements AutoCloseable {
  /// How long the work may take to its next safe place; then it ends wherever it is.
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean requested;

  private Interruption(Runnable requested, Supplier<String> howToGoOn) {
    this.hook = new Thread(() -> end(requested, howToGoOn), "interruption");
  }

  /// Watches until it is closed.
  ///
  /// @param howToGoOn a sentence, asked for once the work has ended
  public static Interruption watch(Supplier<String> howToGoOn) {
    return watch(() -> {}, howToGoOn);
  }

  /// The same, and does something when the end is requested, so that it comes soon.
  public static Interruption watch(Runnable requested, Supplier<String> howToGoOn) {
    var interruption = new Interruption(requested, howToGoOn);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /// Whether the work is to end at the next safe place.
  public boolean isRequested() {
    return requested;
  }

  // The JVM ends with the signal's exit code when this returns.
  private void end(Runnable whenRequested, Supplier<String> howToGoOn) {
    requested = true;
    whenRequested.run();
    try {
      // The JVM then ends what has not ended by itself.
      ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.err.println("cruddur: stopped; " + howToGoOn.get());
  }

  /// The work has ended.
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is running: the process ends.
    }
  }
}
