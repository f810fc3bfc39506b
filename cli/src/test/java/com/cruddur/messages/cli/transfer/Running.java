package com.cruddur.messages.cli.transfer;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A command that runs, to be stopped.
record Running(Process process) {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String GO_ON = "go on with: ";

  /// Kills it, without a chance to do anything, as soon as the condition holds.
  ///
  /// @return whether it was still running
  boolean killOnce(BooleanSupplier condition) {
    awaitOrEnd(condition);
    var wasAlive = process.isAlive();
    process.destroyForcibly();
    awaitEnd();
    return wasAlive && process.exitValue() != 0;
  }

  /// Presses Ctrl-C as soon as the condition holds.
  ///
  /// @return what it says on standard error
  String interruptOnce(BooleanSupplier condition) {
    awaitOrEnd(condition);
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      awaitEnd();
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The arguments of the command that was printed to go on with, as a shell splits them.
  static String[] goOn(String said) {
    var command =
        said.lines()
            .filter(line -> line.contains(GO_ON))
            .map(line -> line.substring(line.indexOf(GO_ON) + GO_ON.length()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no way to go on: " + said));
    try {
      var shell =
          new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command.replace("bin/cruddur ", ""))
              .start();
      return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitOrEnd(BooleanSupplier condition) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> condition.getAsBoolean() || !process.isAlive());
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it does not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
