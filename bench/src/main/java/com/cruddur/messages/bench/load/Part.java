package com.cruddur.messages.bench.load;

import com.cruddur.messages.embedded.Guardian;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A database of a running `bin/dev`, which is stopped and started again as it was, as an operator
/// would. Linux only: it is found through `/proc`.
final class Part implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final List<String> command;
  private final Path folder;
  private final Path temporary;
  private final Check answers;
  private long pid;
  private Process process;
  private Guardian guardian;

  private Part(String name, long pid, Path temporary, Check answers) throws IOException {
    this.temporary = temporary;
    var proc = Path.of("/proc", Long.toString(pid));
    this.name = name;
    this.pid = pid;
    this.answers = answers;
    this.command = new ArrayList<>();
    if (name.equals("postgres") && System.getProperty("user.name").equals("root")) {
      // It refuses to run as root, so it is given a user namespace, as the embedded one is.
      command.addAll(List.of("unshare", "-U"));
    }
    var started = Files.readString(proc.resolve("cmdline"), StandardCharsets.UTF_8);
    command.addAll(List.of(started.split("\0")));
    this.folder = proc.resolve("cwd").toRealPath();
  }

  /// Asks a database for something.
  @FunctionalInterface
  interface Check {
    /// @throws Exception when there is no answer
    void ask() throws Exception;
  }

  /// The process that a run has noted under this name.
  ///
  /// @param temporary the run's temporary folder
  /// @param answers fails while the database is away
  static Part of(String name, Path temporary, Check answers) throws IOException {
    try (var files = Files.walk(temporary)) {
      var note =
          files
              .filter(file -> file.getFileName().toString().equals("child-" + name))
              .findFirst()
              .orElseThrow(() -> new IOException("no note of " + name + " under " + temporary));
      return new Part(
          name, Long.parseLong(Files.readString(note).split(" ")[0]), temporary, answers);
    }
  }

  String name() {
    return name;
  }

  /// Its resident memory now, in MiB.
  double residentMebibytes() throws IOException {
    return residentMebibytes(pid);
  }

  static double residentMebibytes(long pid) throws IOException {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      var line = lines.filter(status -> status.startsWith("VmRSS:")).findFirst().orElse("VmRSS: 0");
      return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024.0;
    }
  }

  /// Stops it and starts it again.
  ///
  /// @param signal that stops it: `KILL`, or `INT`, at which Postgres closes all connections
  /// @param missed whether somebody has noticed; it stays away until then
  /// @return from its end until it answers again
  Restart restart(String signal, BooleanSupplier missed) throws IOException, InterruptedException {
    var ended = Instant.now();
    signal(signal);
    // Its port outlives the process for a moment.
    await(() -> !isAlive() && !answers(), name + " did not go away");
    await(missed, "nobody missed " + name);
    var started = Instant.now();
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile(temporary, name, ".log").toFile())
            .start();
    pid = process.pid();
    guardian = Guardian.of(pid, null);
    await(this::answers, name + " did not come back");
    return new Restart(name, ended, started, Instant.now());
  }

  /// @param started when it was started again
  /// @param ready when it answered again
  record Restart(String name, Instant ended, Instant started, Instant ready) {}

  private void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
  }

  // A zombie, which its parent has not fetched yet, has no command line.
  private boolean isAlive() {
    try {
      return Files.size(Path.of("/proc", Long.toString(pid), "exe").toRealPath()) >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean answers() {
    try {
      answers.ask();
      return true;
    } catch (Exception e) {
      // Whatever it is that fails, it is not back.
      return false;
    }
  }

  private static void await(BooleanSupplier condition, String otherwise) throws IOException {
    var deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IOException(otherwise);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /// Ends what was started here. Asked politely, Postgres would wait for its last client.
  @Override
  public void close() throws IOException {
    if (process != null) {
      try {
        signal("INT");
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
      guardian.close();
    }
  }
}
