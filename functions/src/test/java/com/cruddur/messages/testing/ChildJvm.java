package com.cruddur.messages.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A fresh JVM that runs a program of the tests, for what a JVM does only once. The program reads
/// and writes lines.
public final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private final PrintStream input;

  private ChildJvm(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
    this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /// Starts `program`.
  ///
  /// @param options of the JVM
  /// @param before what comes before the class path of the tests
  public static ChildJvm start(
      Class<?> program, Map<String, String> environment, List<String> options, List<Path> before) {
    return start(program, environment, options, before, Redirect.INHERIT);
  }

  /// Starts `program`, its standard error into a file.
  public static ChildJvm start(
      Class<?> program,
      Map<String, String> environment,
      List<String> options,
      List<Path> before,
      Path errors) {
    return start(program, environment, options, before, Redirect.to(errors.toFile()));
  }

  private static ChildJvm start(
      Class<?> program,
      Map<String, String> environment,
      List<String> options,
      List<Path> before,
      Redirect errors) {
    var classPath = new ArrayList<String>();
    before.forEach(path -> classPath.add(path.toString()));
    classPath.add(System.getProperty("java.class.path"));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", String.join(":", classPath)));
    command.addAll(options);
    command.add(program.getName());
    var builder = new ProcessBuilder(command).redirectError(errors);
    builder.environment().putAll(environment);
    try {
      return new ChildJvm(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gives the program a line.
  public void tell(String line) {
    input.println(line);
  }

  /// The program's next line; null when it has ended.
  public String line() {
    try {
      return lines.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All lines to the program's end.
  public List<String> rest() {
    return lines.lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
