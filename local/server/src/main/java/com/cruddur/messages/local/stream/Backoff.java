package com.cruddur.messages.local.stream;

import java.time.Duration;

/// How long to wait after a failure: `initial` after the first one, twice as long after each
/// further one, never longer than `max`.
public record Backoff(Duration initial, Duration max) {
  // More doublings than any wait needs, few enough not to overflow.
  private static final int MAX_DOUBLINGS = 20;

  /// @param failures in a row so far, at least 1
  Duration after(int failures) {
    var wait = initial.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
    return wait.compareTo(max) < 0 ? wait : max;
  }
}
