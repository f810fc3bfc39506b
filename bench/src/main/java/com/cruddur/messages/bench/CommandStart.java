package com.cruddur.messages.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long short commands of `bin/cruddur` take as a whole, from the shell's point of view: with
/// the AOT cache that the build makes and, in turn with it, without.
public final class CommandStart {
  private static final int RUNS = 21;
  private static final String WITHOUT_CACHE = "-XX:AOTMode=off";

  private CommandStart() {}

  /// Prints the figures.
  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.println(Machine.describe());
    try (var table = OwnTable.create()) {
      measure("--help", List.of("--help"));
      measure(
          "ddb list-tables",
          List.of("ddb", "list-tables", "--endpoint", table.endpoint().toString()));
    }
  }

  private static void measure(String name, List<String> command)
      throws IOException, InterruptedException {
    run("", command);
    var with = new ArrayList<Duration>();
    var without = new ArrayList<Duration>();
    for (var i = 0; i < RUNS; i++) {
      with.add(run("", command));
      without.add(run(WITHOUT_CACHE, command));
    }
    System.out.printf(
        "bin/cruddur %s: %s%n  without the AOT cache: %s%n",
        name, Durations.of(with), Durations.of(without));
  }

  private static Duration run(String jvmOptions, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("bin/cruddur"));
    command.addAll(arguments);
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JDK_JAVA_OPTIONS", jvmOptions);
    var started = System.nanoTime();
    var exitCode = builder.start().waitFor();
    var took = Duration.ofNanos(System.nanoTime() - started);
    if (exitCode != 0) {
      throw new IllegalStateException(command + " ended with " + exitCode);
    }
    return took;
  }
}
