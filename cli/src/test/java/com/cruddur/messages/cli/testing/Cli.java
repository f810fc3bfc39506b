package com.cruddur.messages.cli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `bin/cruddur` as an operator calls it: a process, with an environment of its own.
public final class Cli {
  private static final String SCRIPT = Path.of("../bin/cruddur").toAbsolutePath().toString();

  // What a developer's machine may have set, and what would send a test to AWS.
  private static final List<String> NOT_INHERITED =
      List.of("AWS_", "DYNAMODB_ENDPOINT", "DATABASE_URL", "TABLE_NAME", "JAVA_TOOL_OPTIONS");

  private final Map<String, String> environment;
  private final Path folder;

  private Cli(Map<String, String> environment, Path folder) {
    this.environment = Map.copyOf(environment);
    this.folder = folder;
  }

  /// Commands with nothing in their environment that concerns them, called in `folder`.
  public static Cli in(Path folder) {
    return new Cli(
        Map.of(
            "JAVA_HOME", System.getProperty("java.home"),
            "AWS_EC2_METADATA_DISABLED", "true",
            "AWS_CONFIG_FILE", folder.resolve("no-config").toString(),
            "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString()),
        folder);
  }

  /// The same with one more variable.
  public Cli with(String variable, String value) {
    var more = new HashMap<>(environment);
    more.put(variable, value);
    return new Cli(more, folder);
  }

  /// Runs a command to its end.
  public Run run(String... arguments) {
    return end(start(arguments));
  }

  /// Runs a command to its end, its standard output into a file.
  public Run runInto(Path file, String... arguments) {
    return end(start(ProcessBuilder.Redirect.to(file.toFile()), arguments));
  }

  private static Run end(Process process) {
    try (var out = process.getInputStream();
        var err = process.getErrorStream()) {
      // Both at once: a full pipe would hold it up.
      var errors = new StringBuilder();
      var reader =
          Thread.startVirtualThread(
              () -> {
                try {
                  errors.append(new String(err.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      var output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      reader.join();
      return new Run(process.waitFor(), output, errors.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Starts a command, with no standard input; the caller reads what it says and ends it. Its
  /// process id is the one of the JVM: the script gives way to it.
  public Process start(String... arguments) {
    return start(ProcessBuilder.Redirect.PIPE, arguments);
  }

  private Process start(ProcessBuilder.Redirect output, String... arguments) {
    var command = new ArrayList<>(List.of(SCRIPT));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> NOT_INHERITED.stream().anyMatch(name::startsWith));
    builder.environment().putAll(environment);
    builder.redirectOutput(output);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
