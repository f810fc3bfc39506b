package com.cruddur.messages.template;

import com.cruddur.messages.testing.RuntimeApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Lambda's Java runtime client with one of our functions, in a process of its own, started as
/// Lambda starts it, with nothing in its environment but what Lambda sets and what the template
/// declares.
final class RuntimeProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RuntimeApi api = new RuntimeApi();
  private final Process process;
  private final Path output;
  private final Path frames;

  /// @param function its properties in the template
  /// @param declared its variables, with the values of this test
  /// @param packaging laid out
  /// @param logs where the output goes
  RuntimeProcess(
      JsonNode function, Map<String, String> declared, FunctionPackaging packaging, Path logs)
      throws IOException {
    Files.createDirectories(logs);
    output = logs.resolve("output.txt").toAbsolutePath();
    frames = logs.resolve("frames").toAbsolutePath();
    var handler = function.get("Handler").textValue();
    var command =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                "-c",
                // Lambda receives the log through a file descriptor of its own.
                "frames=$1; shift; exec \"$@\" 3>\"$frames\"",
                "runtime",
                frames.toString()));
    command.addAll(packaging.command(handler));
    var builder =
        new ProcessBuilder(command)
            .directory(packaging.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(declared);
    builder.environment().putAll(setByLambda(function, handler, packaging));
    process = builder.start();
  }

  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
  private Map<String, String> setByLambda(
      JsonNode function, String handler, FunctionPackaging packaging) {
    var environment = new HashMap<String, String>();
    environment.put("AWS_LAMBDA_RUNTIME_API", api.authority());
    environment.put("_HANDLER", handler);
    environment.put("_LAMBDA_TELEMETRY_LOG_FD", "3");
    environment.put("LAMBDA_TASK_ROOT", packaging.folder().toAbsolutePath().toString());
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_DEFAULT_REGION", "us-east-1");
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "test");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", function.get("MemorySize").asText());
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization(function, packaging));
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/test");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "test");
    environment.put(
        "AWS_LAMBDA_LOG_FORMAT",
        function.at("/LoggingConfig/LogFormat").textValue().toUpperCase(Locale.ROOT));
    environment.put(
        "AWS_LAMBDA_LOG_LEVEL", function.at("/LoggingConfig/ApplicationLogLevel").textValue());
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("AWS_SESSION_TOKEN", "local");
    environment.putAll(packaging.environment());
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", ":UTC");
    return environment;
  }

  private static String initialization(JsonNode function, FunctionPackaging packaging) {
    return packaging.hasSnapshots()
            && function.at("/SnapStart/ApplyOn").asText().equals("PublishedVersions")
        ? "snap-start"
        : "on-demand";
  }

  /// Gives the function an event.
  ///
  /// @return its answer, or its error as the runtime reports it
  String answer(String event) throws IOException, InterruptedException {
    api.offer(event);
    var deadline = Instant.now().plus(PATIENCE);
    while (true) {
      var answer = api.poll(100, TimeUnit.MILLISECONDS);
      if (answer != null) {
        return answer;
      }
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new AssertionError(
            "no answer; the process %s, its output:%n%s%n%s"
                .formatted(
                    process.isAlive() ? "lives" : "ended with " + process.exitValue(),
                    output(),
                    log()));
      }
    }
  }

  /// What it wrote past Lambda's log: every line would be an event of the log.
  String output() throws IOException {
    return Files.readString(output);
  }

  /// The events of its log.
  List<String> log() throws IOException {
    return TelemetryFrames.read(frames);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    api.close();
  }
}
