package com.cruddur.messages.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/// How far long work is: a bar with rate and time left on standard error where that is a terminal,
/// nothing elsewhere. Safe for use by several threads.
public final class Progress implements AutoCloseable {
  private static final int REFRESH_MILLIS = 200;

  // Java cannot tell whether standard error alone is a terminal; bin/cruddur can.
  private static final int WIDTH = Integer.getInteger("cruddur.terminal.columns", 0);

  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /// Starts it.
  ///
  /// @param task what is done, in a word or two
  /// @param expected how many units it will be, as far as is known; -1 when it is not
  /// @param unit what is counted, with a space before it: ` rows`
  public static Progress start(String task, long expected, String unit) {
    if (WIDTH <= 0) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(expected)
            .setUnit(unit, 1)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .showSpeed()
            .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
            .build());
  }

  /// Counts `done` more units.
  public void add(long done) {
    if (bar != null) {
      bar.stepBy(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
