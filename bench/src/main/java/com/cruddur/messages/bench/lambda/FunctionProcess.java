package com.cruddur.messages.bench.lambda;

import com.cruddur.messages.bench.ProcessorTime;
import com.cruddur.messages.testing.RuntimeApi;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A function in a process of its own, on one processor that nothing else of the measurement uses.
final class FunctionProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PROCESSOR = Math.min(1, Runtime.getRuntime().availableProcessors() - 1);

  private final RuntimeApi api = new RuntimeApi();
  private final Process process;

  /// Starts it.
  FunctionProcess(List<String> command, Path folder, Stage stage) throws IOException {
    var pinned = new ArrayList<>(stage.tls().trusting());
    pinned.addAll(List.of("taskset", "-c", Integer.toString(PROCESSOR)));
    pinned.addAll(command);
    var builder =
        new ProcessBuilder(pinned)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File(stage.folder().toFile(), "function.log"));
    builder.environment().clear();
    builder.environment().putAll(environment(stage));
    process = builder.start();
  }

  private Map<String, String> environment(Stage stage) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", api.authority()),
        Map.entry("JAVA_HOME", System.getProperty("java.home")),
        Map.entry("AWS_REGION", "us-east-1"),
        Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "bench"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
        Map.entry("AWS_LAMBDA_LOG_LEVEL", "INFO"),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("AWS_SESSION_TOKEN", "local"),
        Map.entry("AWS_CA_BUNDLE", stage.tls().certificate().toString()),
        Map.entry("TABLE_NAME", Stage.TABLE),
        // As in AWS our own variable is not set; where DynamoDB is, the SDK finds out by itself.
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", stage.tls().endpoint().toString()),
        Map.entry("DATABASE_URL", stage.databaseUrl()),
        Map.entry("POSTGRES_URL", stage.postgresUrl()),
        Map.entry("PATH", "/usr/bin:/bin"),
        Map.entry("LANG", "C.UTF-8"));
  }

  /// Gives it an event and waits for the answer.
  ///
  /// @param isGood whether the answer is the one that is due
  /// @return how long that took
  /// @throws IOException when it is not
  Duration invoke(String event, Predicate<String> isGood) throws IOException, InterruptedException {
    var start = System.nanoTime();
    api.offer(event);
    var answer = api.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    var took = Duration.ofNanos(System.nanoTime() - start);
    if (answer == null || !isGood.test(answer)) {
      throw new IOException("answered " + answer);
    }
    return took;
  }

  /// The processor time it has used until now.
  Duration processorTime() throws IOException {
    return new ProcessorTime(List.of(process.pid())).now();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    api.close();
  }
}
