package com.cruddur.messages.bench.load;

import com.cruddur.messages.embedded.Guardian;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// A `bin/dev` with data of its own, as a user starts it.
final class DevRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final Path output;
  private final Path errors;
  private final Process process;
  private final Guardian guardian;
  private final URI site;

  private DevRun(
      Path folder, Path output, Path errors, Process process, Guardian guardian, URI site) {
    this.folder = folder;
    this.output = output;
    this.errors = errors;
    this.process = process;
    this.guardian = guardian;
    this.site = site;
  }

  /// Starts it and waits until it is ready.
  ///
  /// @param talkative whether it logs at the most talkative level
  static DevRun start(boolean talkative) throws IOException {
    var folder = Files.createTempDirectory("cruddur-messages-load");
    var output = folder.resolve("out");
    var errors = folder.resolve("err");
    var builder =
        new ProcessBuilder(
                script("bin/dev"), "--port", "0", "--data", folder.resolve("data").toString())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("TMPDIR", Files.createDirectory(folder.resolve("tmp")).toString());
    if (talkative) {
      builder
          .environment()
          .put(
              "JAVA_TOOL_OPTIONS",
              "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace"
                  + " -Dorg.slf4j.simpleLogger.log.com.cruddur=trace");
    }
    var process = builder.start();
    // Should this JVM be killed.
    var guardian = Guardian.of(process.pid(), folder);
    var deadline = Instant.now().plus(PATIENCE);
    while (!Files.readString(output).startsWith("ready ")) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        var said = Files.readString(errors);
        process.destroy();
        throw new IOException("bin/dev did not start: " + said);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    var site = URI.create(Files.readString(output).strip().substring("ready ".length()));
    return new DevRun(folder, output, errors, process, guardian, site);
  }

  private static String script(String name) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isExecutable(at.resolve(name))) {
        return at.resolve(name).toString();
      }
    }
    throw new IllegalStateException(name + " is not in this folder or above it");
  }

  URI site() {
    return site;
  }

  long pid() {
    return process.pid();
  }

  /// What `export NAME='…'` says in its output.
  String exported(String name) {
    var line = Pattern.compile("export " + name + "='(.*)'").matcher(said());
    if (!line.find()) {
      throw new IllegalStateException("bin/dev does not print " + name);
    }
    return line.group(1);
  }

  /// What it has written, to standard output and to standard error.
  String said() {
    try {
      return Files.readString(output) + Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The batches of the stream that were given up.
  long givenUp() throws IOException {
    try (var files = Files.find(folder.resolve("data"), 20, (file, is) -> is.isRegularFile())) {
      return files.filter(file -> file.toString().contains("/failures/")).count();
    }
  }

  /// A database of it.
  Part part(String name, Part.Check answers) throws IOException {
    return Part.of(name, folder.resolve("tmp"), answers);
  }

  /// An access token, as `bin/token` prints it.
  String token(String handle) throws IOException {
    var asking =
        new ProcessBuilder(script("bin/token"), handle, "--port", Integer.toString(site.getPort()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (guardian;
        var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
