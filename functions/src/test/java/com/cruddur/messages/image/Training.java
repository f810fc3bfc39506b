package com.cruddur.messages.image;

import com.cruddur.messages.testing.RuntimeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Makes an AOT cache for every function of the image, in the very JVM that is to use it: runs the
/// function as Lambda does, with requests whose answers from the table are written down, and ends
/// it.
///
/// See <https://openjdk.org/jeps/514>
public final class Training {
  private static final int REQUESTS = 20;
  private static final int PATIENCE_SECONDS = 60;

  private Training() {}

  /// @param args the folder with `run` in it, where the folder `cache` is made
  public static void main(String[] args) throws IOException, InterruptedException {
    RuntimeApi.sendAtOnce();
    var functions = Path.of(args[0]).toAbsolutePath();
    Files.createDirectories(functions.resolve("cache"));
    try (var table = new WrittenDownServer()) {
      for (var training : TrainingEvents.byHandler().entrySet()) {
        train(functions, training.getKey(), training.getValue(), table);
      }
    }
  }

  private static void train(
      Path functions, String handler, List<String> events, WrittenDownServer table)
      throws IOException, InterruptedException {
    var cache = functions.resolve("cache").resolve(handler + ".aot");
    Files.deleteIfExists(cache);
    var log = Files.createTempFile("training", ".log");
    try (var api = new RuntimeApi()) {
      var builder =
          new ProcessBuilder(
                  functions.resolve("run").toString(), handler, "-XX:AOTCacheOutput=" + cache)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(environment(api, table));
      var process = builder.start();
      try {
        for (var i = 0; i < REQUESTS; i++) {
          for (var event : events) {
            api.offer(event);
            var answer = api.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null || answer.contains("errorType")) {
              throw new IOException(handler + " answered " + answer + "; " + Files.readString(log));
            }
          }
        }
      } finally {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    }
    if (!Files.exists(cache)) {
      throw new IOException("no cache was made for " + handler + "; " + Files.readString(log));
    }
    Files.delete(log);
  }

  private static Map<String, String> environment(RuntimeApi api, WrittenDownServer table) {
    return Map.ofEntries(
        Map.entry("JAVA_HOME", System.getProperty("java.home")),
        Map.entry("AWS_LAMBDA_RUNTIME_API", api.authority()),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "training"),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
        Map.entry("AWS_LAMBDA_LOG_LEVEL", "INFO"),
        Map.entry("AWS_REGION", "us-east-1"),
        // As in AWS, with credentials of a role.
        Map.entry("AWS_ACCESS_KEY_ID", "training"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "training"),
        Map.entry("AWS_SESSION_TOKEN", "training"),
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", table.endpoint()),
        Map.entry("TABLE_NAME", "training"),
        Map.entry("DYNAMODB_ENDPOINT", ""),
        // There is no such database: callers are known from their copies.
        Map.entry("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/training?user=training"));
  }
}
