package com.cruddur.messages.integration.local;

import com.cruddur.messages.integration.product.Checkout;
import com.cruddur.messages.integration.product.WorkFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// A run of `bin/dev`, the real script, on a free port and with a temporary folder of its own.
final class DevRun implements AutoCloseable {
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 30;
  private static final String READY = "ready ";

  private final WorkFolder folder = WorkFolder.create();
  private final Path errors = folder.path().resolve("errors");
  private final Process process;
  private final URI uri;

  private DevRun() throws IOException {
    process = script("bin/dev", "--port", "0").redirectError(errors.toFile()).start();
    // Should this JVM be told to end before the target is closed.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    uri = awaitReady();
  }

  /// Starts it; it answers when this returns.
  static DevRun start() {
    try {
      return new DevRun();
    } catch (IOException e) {
      throw new UncheckedIOException("bin/dev cannot be run", e);
    }
  }

  private URI awaitReady() throws IOException {
    var reader = process.inputReader();
    var line = CompletableFuture.supplyAsync(() -> firstLine(reader));
    try {
      var ready = line.get(START_SECONDS, TimeUnit.SECONDS);
      if (ready != null && ready.startsWith(READY)) {
        return URI.create(ready.substring(READY.length()));
      }
    } catch (ExecutionException | TimeoutException e) {
      // Told below, with what bin/dev said.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var said = Files.readString(errors);
    close();
    throw new IllegalStateException("bin/dev did not become ready; it said: " + said);
  }

  private static String firstLine(BufferedReader reader) {
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return uri;
  }

  /// The environment variable that it names for the operator commands.
  String variable(String name) {
    try {
      var said = Files.readString(errors);
      var export = Pattern.compile("export " + name + "='([^']*)'").matcher(said);
      if (!export.find()) {
        throw new IllegalStateException("bin/dev names no " + name + "; it said: " + said);
      }
      return export.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The folder for everything temporary of it.
  Path temporary() {
    return folder.path();
  }

  /// What `bin/token` prints.
  String token(String handle) {
    try {
      var token = script("bin/token", handle, "--port", Integer.toString(uri.getPort())).start();
      var printed = token.inputReader().readAllAsString().strip();
      if (token.waitFor() != 0) {
        throw new IllegalStateException(token.errorReader().readAllAsString());
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private ProcessBuilder script(String path, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Checkout.file(path).toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("TMPDIR", folder.path().toString());
    return builder;
  }

  /// Ends it as `kill` does, and waits until it has gone.
  ///
  /// @throws IllegalStateException when it does not go; it is killed then
  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IllegalStateException("bin/dev did not end when it was asked to", e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    folder.close();
  }
}
