package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.cli.testing.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A command that has run, with what it took.
///
/// @param peakKilobytes of memory, all of the process; 0 where the system does not tell
record MeasuredRun(Run run, Duration time, long peakKilobytes) {
  private static final int MEASURE_EVERY_MILLIS = 20;

  static MeasuredRun of(Process process) throws IOException, InterruptedException {
    var start = Instant.now();
    var peak = new AtomicLong();
    try (var sampler = Executors.newSingleThreadScheduledExecutor();
        var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var sampling =
          sampler.scheduleAtFixedRate(
              () -> peak.accumulateAndGet(peak(process.pid()), Math::max),
              0,
              MEASURE_EVERY_MILLIS,
              TimeUnit.MILLISECONDS);
      var err = readers.submit(() -> new String(process.getErrorStream().readAllBytes()));
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var exitCode = process.waitFor();
      sampling.cancel(false);
      return new MeasuredRun(
          new Run(exitCode, out, err.get()), Duration.between(start, Instant.now()), peak.get());
    } catch (java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static long peak(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
