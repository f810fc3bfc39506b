package com.cruddur.messages.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A process written down in a file, with its start time: a process id alone is given out again.
///
/// @param startedAt the epoch where the system does not tell
record OtherProcess(long pid, Instant startedAt) {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
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
    return of(pid).filter(this::equals).isPresent()
        && ProcessHandle.of(pid).flatMap(handle -> handle.info().command()).isPresent();
  }

  /// Ends it, gently first, and waits until it has gone.
  void end() {
    signal(ProcessHandle::destroy);
    signal(ProcessHandle::destroyForcibly);
  }

  private void signal(Consumer<ProcessHandle> how) {
    if (!isAlive()) {
      return;
    }
    ProcessHandle.of(pid).ifPresent(how);
    var deadline = Instant.now().plus(PATIENCE);
    // Not its onExit: that also waits for a zombie.
    while (isAlive() && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
