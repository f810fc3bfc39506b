package com.cruddur.messages.bench;

import com.cruddur.messages.embedded.Guardian;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Runs `bench/python/post_to_inbox.py` over a table of its own.
final class PythonPostToInbox {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private PythonPostToInbox() {}

  /// @return of each message, until both inboxes showed it
  /// @throws IOException when it fails; it has told why on standard error
  static List<Duration> measure(int messages, int warmUp) throws IOException, InterruptedException {
    try (var table = OwnTable.create()) {
      var builder =
          new ProcessBuilder(
                  // Debian's, which its package of boto3 is for.
                  "/usr/bin/python3",
                  Path.of("bench/python/post_to_inbox.py").toAbsolutePath().toString(),
                  Integer.toString(messages),
                  Integer.toString(warmUp))
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder
          .environment()
          .putAll(
              Map.of(
                  "PYTHONDONTWRITEBYTECODE", "1",
                  "TABLE_NAME", OwnTable.NAME,
                  "AWS_ENDPOINT_URL_DYNAMODB", table.endpoint().toString(),
                  "AWS_ACCESS_KEY_ID", "local",
                  "AWS_SECRET_ACCESS_KEY", "local",
                  "AWS_DEFAULT_REGION", "us-east-1"));
      var python = builder.start();
      List<String> lines;
      try (var _ = Guardian.of(python.pid(), null);
          var output = python.inputReader(StandardCharsets.UTF_8)) {
        lines = output.lines().toList();
      }
      if (python.waitFor() != 0) {
        throw new IOException("post_to_inbox.py ended with " + python.exitValue());
      }
      return lines.stream()
          .map(line -> Duration.ofNanos((long) (Double.parseDouble(line) * NANOS_PER_MILLI)))
          .toList();
    }
  }
}
