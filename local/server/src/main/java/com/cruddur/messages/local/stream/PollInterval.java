package com.cruddur.messages.local.stream;

import java.time.Duration;

/// How long to wait until a shard is asked again. After a record, others are likely and a few
/// milliseconds count; a shard that stays quiet is asked more seldom, so that waiting costs little.
final class PollInterval {
  private static final Duration BUSY = Duration.ofMillis(3);
  private static final Duration QUIET = Duration.ofMillis(25);
  private static final int BUSY_POLLS = 400;

  private int emptyPolls = BUSY_POLLS;

  void foundRecords() {
    emptyPolls = 0;
  }

  Duration afterNothing() {
    emptyPolls = Math.min(emptyPolls + 1, BUSY_POLLS);
    return emptyPolls < BUSY_POLLS ? BUSY : QUIET;
  }
}
