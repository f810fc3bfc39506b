package com.cruddur.messages.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// A process that was killed at its work.
///
/// @param busy whether it was within a rewrite
/// @param last the number of the last message it began with
record KilledProcess(boolean busy, int last) {

  // Rewrites until a fresh JVM spends its time on them and not on loading classes.
  private static final int WARM_UP = 4;
  private static final Pattern LINE = Pattern.compile("[+-] \\d+ (\\d+)");

  /// Starts [RewritesUntilKilled], waits until it is busy, lets it live for `millis` more and kills
  /// it (SIGKILL).
  static KilledProcess run(URI endpoint, int first, List<Conversation> conversations, int millis)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                RewritesUntilKilled.class.getName(),
                endpoint.toString(),
                Integer.toString(first)));
    conversations.forEach(conversation -> command.add(RewritesUntilKilled.argument(conversation)));
    var process =
        new ProcessBuilder(command)
            .directory(new File("."))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var pid = process.pid();
    var killer = Thread.ofVirtual().unstarted(() -> kill(pid, Duration.ofMillis(millis)));
    KilledProcess killed = null;
    try (var output = process.inputReader()) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        var said = LINE.matcher(line);
        // A line that the kill cut off says nothing.
        if (said.matches()) {
          killed = new KilledProcess(line.startsWith("+"), Integer.parseInt(said.group(1)));
          if (killed.last() == first + WARM_UP && killer.getState() == Thread.State.NEW) {
            killer.start();
          }
        }
      }
    }
    if (killer.getState() == Thread.State.NEW) {
      throw new IOException("the process ended by itself, with " + process.waitFor());
    }
    killer.join();
    process.waitFor();
    return killed;
  }

  private static void kill(long pid, Duration after) {
    LockSupport.parkNanos(after.toNanos());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }
}
