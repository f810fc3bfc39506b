package com.cruddur.messages.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A process that was killed at its work.
///
/// @param busy whether it was within a rewrite
/// @param last the number of the last message it began with
record KilledProcess(boolean busy, int last) {

  /// Starts [RewritesUntilKilled], waits until it has begun, lets it live for `millis` and kills it
  /// (SIGKILL).
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
    try (var output = process.inputReader()) {
      var last = output.readLine();
      if (last == null) {
        throw new IOException("the process ended before it began, " + process.waitFor());
      }
      var killer = Thread.ofVirtual().start(() -> kill(pid, Duration.ofMillis(millis)));
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        // A line that the kill cut off says nothing.
        last = line.matches("[+-] \\d+ \\d+") ? line : last;
      }
      killer.join();
      process.waitFor();
      return of(last);
    }
  }

  private static KilledProcess of(String line) {
    return new KilledProcess(
        line.startsWith("+"), Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)));
  }

  private static void kill(long pid, Duration after) {
    LockSupport.parkNanos(after.toNanos());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }
}
