package com.cruddur.messages.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A `bin/dev` under test: the real script, in a process of its own, with a temporary folder of its
/// own.
final class DevProcess implements AutoCloseable {
  static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

  private final Process process;
  private final Path temporary;
  private final Path output;
  private final Path errors;
  private List<ProcessHandle> children = List.of();

  private DevProcess(Process process, Path temporary, Path output, Path errors) {
    this.process = process;
    this.temporary = temporary;
    this.output = output;
    this.errors = errors;
  }

  /// Starts it.
  ///
  /// @param folder for its temporary folder and its output
  static DevProcess start(Path folder, String... arguments) throws IOException {
    var temporary = Files.createDirectories(folder.resolve("tmp"));
    var output = Files.createTempFile(folder, "dev", ".out");
    var errors = Files.createTempFile(folder, "dev", ".err");
    var process =
        command("bin/dev", arguments, temporary)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    return new DevProcess(process, temporary, output, errors);
  }

  private static ProcessBuilder command(String script, String[] arguments, Path temporary) {
    var command = new ArrayList<String>();
    command.add(CHECKOUT.resolve(script).toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("TMPDIR", temporary.toString());
    return builder;
  }

  /// Waits until it is ready and notes the processes that belong to it.
  DevProcess ready() throws IOException {
    try {
      Await.until("ready", () -> !process.isAlive() || output().startsWith("ready "));
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "; it said: " + errors(), e);
    }
    if (!process.isAlive()) {
      throw new AssertionError("ended with " + process.exitValue() + ": " + errors());
    }
    children = Stream.concat(process.descendants(), postgres()).toList();
    return this;
  }

  // Postgres detaches itself from whoever started it.
  private Stream<ProcessHandle> postgres() throws IOException {
    try (var files = Files.walk(temporary)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("child-"))
          .flatMap(file -> OtherProcess.read(file).stream())
          .flatMap(child -> ProcessHandle.of(child.pid()).stream())
          .toList()
          .stream();
    }
  }

  /// Freezes a process that Postgres has to wait for when it is asked to stop.
  void stopDatabaseWriter() throws IOException, InterruptedException {
    var checkpointer =
        children.stream()
            .flatMap(ProcessHandle::children)
            .filter(child -> commandLine(child).contains("checkpointer"))
            .findFirst()
            .orElseThrow();
    new ProcessBuilder("kill", "-STOP", Long.toString(checkpointer.pid())).start().waitFor();
  }

  // Postgres writes what a process does over its arguments, which Java does not show.
  private static String commandLine(ProcessHandle process) {
    try {
      var ps = new ProcessBuilder("ps", "-o", "args=", "-p", Long.toString(process.pid())).start();
      try (var output = ps.inputReader()) {
        return output.readAllAsString();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  String url() {
    return output().strip().substring("ready ".length());
  }

  String port() {
    return url().substring(url().lastIndexOf(':') + 1);
  }

  String output() {
    return read(output);
  }

  String errors() {
    return read(errors);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// What `bin/token` prints for a user.
  String token(String handle) throws IOException, InterruptedException {
    var arguments = new String[] {handle, "--port", port()};
    var token = command("bin/token", arguments, temporary).start();
    var printed = new String(token.getInputStream().readAllBytes()).strip();
    if (token.waitFor() != 0) {
      throw new AssertionError(new String(token.getErrorStream().readAllBytes()));
    }
    return printed;
  }

  /// The body of a 200 answer.
  String get(HttpClient client, String path, String token)
      throws IOException, InterruptedException {
    return send(client, request(path, token));
  }

  /// The body of a 200 answer to a JSON body.
  String post(HttpClient client, String path, String token, String json)
      throws IOException, InterruptedException {
    return send(
        client,
        request(path, token)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(url() + path))
        .header("authorization", "Bearer " + token);
  }

  private static String send(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /// The exit status, once it has ended by itself.
  int status() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("did not end");
    }
    return process.exitValue();
  }

  /// As a supervisor or `kill` ends it.
  int terminate() throws InterruptedException {
    process.destroy();
    return status();
  }

  /// As `kill -9` ends it.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// As `kill -9` of everything but the two servers, so that nobody is left to clean up.
  void killWithItsGuardians() throws InterruptedException {
    for (var child : children) {
      if (child.info().command().filter(c -> c.endsWith("sh") || c.endsWith("cat")).isPresent()) {
        child.destroyForcibly();
      }
    }
    kill();
  }

  /// Whether nothing of it runs any more. A zombie that nobody fetches has no command.
  boolean isGone() {
    return children.stream()
        .noneMatch(child -> child.isAlive() && child.info().command().isPresent());
  }

  /// Whether nothing of it is on the disk any more.
  boolean hasLeftNoFile() {
    try (var files = Files.list(temporary)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
