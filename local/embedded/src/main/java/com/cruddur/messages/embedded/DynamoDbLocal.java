package com.cruddur.messages.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A DynamoDB Local of our own: a child process on a free loopback port, ready when [#start]
/// returns.
///
/// It is never on a class path of ours (its licence, and its 70 old jars); the module
/// `dynamodb-local` resolves it and writes down where it lies.
///
/// See
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html>
public final class DynamoDbLocal implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final String CLASS_PATH_FILE = "local/dynamodb-local/target/classpath";

  private final Process process;
  private final Guardian guardian;
  private final URI endpoint;

  private DynamoDbLocal(Process process, Guardian guardian, URI endpoint) {
    this.process = process;
    this.guardian = guardian;
    this.endpoint = endpoint;
  }

  /// Starts with nothing in it; what is written is gone with the process.
  ///
  /// @param work an existing folder for its log and native libraries; the caller deletes it
  public static DynamoDbLocal start(Path work) {
    return start(work, List.of("-inMemory"));
  }

  /// Starts on the tables kept in `data`, which survive the process. Streams start anew: sequence
  /// numbers do not outlive a restart for good, so nobody may keep a checkpoint.
  public static DynamoDbLocal startKeeping(Path work, Path data) {
    return start(work, List.of("-dbPath", data.toString()));
  }

  /// Where the SDK connects to; any alphanumeric credentials and any region will do.
  public URI endpoint() {
    return endpoint;
  }

  /// The process id, for memory accounting.
  public long pid() {
    return process.pid();
  }

  private static DynamoDbLocal start(Path work, List<String> storage) {
    try {
      var port = freePort();
      var command = new ArrayList<String>();
      // Ctrl-C reaches every process of the terminal; this one has to outlive those who use it.
      command.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "dynamodb-local"));
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-Xmx128m",
              "-XX:+UseSerialGC",
              "-XX:-UsePerfData",
              "--enable-native-access=ALL-UNNAMED",
              "-Djava.io.tmpdir=" + Files.createDirectories(work.resolve("tmp")),
              "-cp",
              classPath(),
              "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
              "-port",
              Integer.toString(port),
              "-sharedDb",
              "-disableTelemetry"));
      command.addAll(storage);
      var log = work.resolve("dynamodb-local.log");
      var process =
          new ProcessBuilder(command)
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      var guardian = Guardian.of(process.pid(), null);
      var started = new DynamoDbLocal(process, guardian, URI.create("http://127.0.0.1:" + port));
      started.awaitReady(log);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("DynamoDB Local did not start", e);
    }
  }

  private void awaitReady(Path log) throws IOException {
    var deadline = Instant.now().plus(START_LIMIT);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        close();
        throw new IOException("DynamoDB Local did not start; it said: " + Files.readString(log));
      }
      try {
        process.waitFor(20, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while DynamoDB Local was starting", e);
      }
    }
  }

  // It takes connections long before it answers, on a busy machine by many seconds; after its first
  // answer it is as fast as it will be. Any signature will do.
  private boolean answers() {
    try {
      var request = (HttpURLConnection) endpoint.toURL().openConnection();
      request.setConnectTimeout((int) START_LIMIT.toMillis());
      request.setReadTimeout((int) START_LIMIT.toMillis());
      request.setDoOutput(true);
      request.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
      request.setRequestProperty("X-Amz-Target", "DynamoDB_20120810.ListTables");
      request.setRequestProperty(
          "Authorization",
          "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request,"
              + " SignedHeaders=host, Signature=0");
      request.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
      return request.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  // DynamoDB Local refuses -port 0.
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String classPath() throws IOException {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var file = folder.resolve(CLASS_PATH_FILE);
      if (Files.isRegularFile(file)) {
        return Files.readString(file).strip();
      }
    }
    throw new IOException(
        CLASS_PATH_FILE
            + " is missing: run `mvn package -pl local/dynamodb-local` in the repository");
  }

  /// Ends the process and waits until it has gone.
  @Override
  public void close() {
    guardian.close();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
