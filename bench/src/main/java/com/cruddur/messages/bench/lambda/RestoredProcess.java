package com.cruddur.messages.bench.lambda;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A [RestoredFunction] in a process of its own, which trusts the stage's certificate.
final class RestoredProcess implements AutoCloseable {
  private final Path log;
  private final Process process;
  private final BufferedReader lines;
  private final PrintStream input;

  /// Starts it.
  ///
  /// @param rehearsals how many times what comes before a snapshot is done
  RestoredProcess(Class<?> handler, int rehearsals, Stage stage) throws IOException {
    log = stage.folder().resolve("function.log");
    var classes = stage.folder().resolve("classes.log").toString();
    var command = new ArrayList<>(stage.tls().trusting());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            // As the managed runtime starts it: its own CRaC stands behind org.crac.
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Xlog:class+load:file=" + classes + ":none",
            "-cp",
            System.getProperty("java.class.path"),
            RestoredFunction.class.getName()));
    var builder = new ProcessBuilder(command).redirectError(new File(log.toString()));
    builder
        .environment()
        .putAll(
            Map.of(
                "HANDLER", handler.getName(),
                "CLASSES", classes,
                "REHEARSALS", Integer.toString(rehearsals),
                "TABLE_NAME", Stage.TABLE,
                "DYNAMODB_ENDPOINT", stage.tls().endpoint().toString(),
                "DATABASE_URL", stage.databaseUrl()));
    process = builder.start();
    lines = process.inputReader(StandardCharsets.UTF_8);
    input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /// Gives it a line.
  void tell(String line) {
    input.println(line);
  }

  /// Its next line.
  ///
  /// @throws IOException with what it has logged when it has ended
  String line() throws IOException {
    var line = lines.readLine();
    if (line == null) {
      throw new IOException("the function ended; it said: " + Files.readString(log));
    }
    return line;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
