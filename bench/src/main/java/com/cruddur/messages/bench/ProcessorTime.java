package com.cruddur.messages.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The processor time of processes, as Linux counts it.
///
/// See <https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html>
public record ProcessorTime(List<Long> pids) {
  // Clock ticks, 100 a second.
  private static final Duration TICK = Duration.ofMillis(10);
  private static final int USER_TIME = 11;

  /// What all of them have used until now.
  public Duration now() throws IOException {
    var ticks = 0L;
    for (var pid : pids) {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // What comes after the name, which may hold spaces.
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      ticks += Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
    }
    return TICK.multipliedBy(ticks);
  }
}
