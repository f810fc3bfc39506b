package com.cruddur.messages.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A process written down in a file, with its start time: a process id alone is given out again.
///
/// @param startedAt the epoch where the system does not tell
record OtherProcess(long pid, Instant startedAt) {
  private static final Duration GENTLE = Duration.ofSeconds(3);
  private static final Duration ITS_OWN_WAY = Duration.ofSeconds(8);
  private static final Duration KILLED = Duration.ofSeconds(3);
  // The system tells a start as of its own boot, and when that was changes with its clock.
  private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);
  private static final Duration STEP = Duration.ofMillis(10);

  /// The process with this id, as it is now; empty when there is none.
  static Optional<OtherProcess> of(long pid) {
    return ProcessHandle.of(pid)
        .map(handle -> new OtherProcess(pid, handle.info().startInstant().orElse(Instant.EPOCH)));
  }

  /// This JVM.
  static OtherProcess self() {
    return of(ProcessHandle.current().pid()).orElseThrow();
  }

  /// What [#write] wrote; empty when there is no such file or it is not whole.
  static Optional<OtherProcess> read(Path file) {
    try {
      var parts = Files.readString(file).strip().split(" ");
      return Optional.of(new OtherProcess(Long.parseLong(parts[0]), Instant.parse(parts[1])));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    Files.writeString(file, pid + " " + startedAt + "\n");
  }

  // A zombie, dead but not fetched by its parent, has no command any more.
  boolean isAlive() {
    return of(pid).filter(this::isSame).isPresent()
        && ProcessHandle.of(pid).flatMap(handle -> handle.info().command()).isPresent();
  }

  private boolean isSame(OtherProcess now) {
    var apart = Duration.between(startedAt, now.startedAt).abs();
    return apart.compareTo(CLOCK_ERROR) < 0;
  }

  /// Ends it, gently first, and waits until it has gone: as `Guardian` does, and for its reasons.
  void end() {
    signal("TERM", GENTLE);
    signal("QUIT", ITS_OWN_WAY);
    signal("KILL", KILLED);
  }

  private void signal(String name, Duration patience) {
    if (!isAlive()) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var deadline = Instant.now().plus(patience);
    // Not its onExit: that also waits for a zombie.
    while (isAlive() && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
