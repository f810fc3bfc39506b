package com.cruddur.messages.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A series of measured durations.
public record Durations(List<Duration> sorted) {
  /// Of these, in any order.
  public static Durations of(List<Duration> measured) {
    return new Durations(measured.stream().sorted().toList());
  }

  /// The duration that this percentage of the series does not exceed.
  public Duration percentile(int percentage) {
    var rank = (int) Math.ceil(percentage / 100.0 * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1);
  }

  @Override
  public String toString() {
    return "p50 %s, p95 %s, p99 %s, least %s, most %s ms"
        .formatted(
            millis(percentile(50)),
            millis(percentile(95)),
            millis(percentile(99)),
            millis(sorted.getFirst()),
            millis(sorted.getLast()));
  }

  static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
  }
}
