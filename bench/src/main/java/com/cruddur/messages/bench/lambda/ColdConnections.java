package com.cruddur.messages.bench.lambda;

import com.cruddur.messages.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// How many connections Postgres gets when many functions start at once, and how many of them are
/// answered: pattern B, each for the same user, each with an empty memory; first
/// when he has no copy beside the messages, then when he has. Without TLS in front of
/// DynamoDB Local, so that the machine's processors are Postgres' and the functions'.
public final class ColdConnections {
  private static final Pattern STATUS = Pattern.compile("\"statusCode\":(\\d+)");
  // As the functions log it: Postgres' SQL state, or that DynamoDB was not heard of in time.
  private static final Pattern FAILED =
      Pattern.compile("users' database: (SQL state \\w+)|request cold: (DynamoDB failed)");

  private ColdConnections() {}

  /// @param args how many functions; 200 when left out
  public static void main(String[] args) throws Exception {
    var functions = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    System.out.println(
        "| cold functions at once | sessions at once, at most | after the answers | allowed"
            + " | answers by status | why not | p50 | last |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    try (var stage = new Stage()) {
      measure("%d, no copy of the caller".formatted(functions), functions, stage);
      measure("%d, a copy beside the messages".formatted(functions), functions, stage);
    }
  }

  private static void measure(String title, int functions, Stage stage) throws Exception {
    var errors = stage.folder().resolve("functions.log");
    try (var sessions = new Sessions(stage.databaseUrl());
        var jvm =
            ChildJvm.start(
                ColdFunctions.class,
                environment(stage),
                List.of(
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "--enable-native-access=ALL-UNNAMED"),
                List.of(),
                errors)) {
      jvm.tell(Integer.toString(functions));
      jvm.tell(stage.event());
      if (!"ready".equals(jvm.line())) {
        throw new IllegalStateException(Files.readString(errors));
      }
      var start = System.nanoTime();
      var answers = IntStream.range(0, functions).mapToObj(i -> jvm.line()).toList();
      var took = Duration.ofNanos(System.nanoTime() - start);
      print(title, answers, sessions, took, errors);
      jvm.tell("end");
      jvm.rest();
    }
  }

  private static Map<String, String> environment(Stage stage) {
    return Map.of(
        "TABLE_NAME", Stage.TABLE,
        "DYNAMODB_ENDPOINT", stage.endpoint().toString(),
        "DATABASE_URL", stage.databaseUrl());
  }

  private static void print(
      String title, List<String> answers, Sessions sessions, Duration took, Path errors)
      throws Exception {
    var statuses = new TreeMap<String, Integer>();
    var times = new ArrayList<Long>();
    for (var answer : answers) {
      times.add(Long.parseLong(answer.substring(0, answer.indexOf(' '))));
      var status = STATUS.matcher(answer);
      statuses.merge(status.find() ? status.group(1) : answer, 1, Integer::sum);
    }
    times.sort(null);
    var reasons = new TreeMap<String, Integer>();
    var failed = FAILED.matcher(Files.readString(errors));
    while (failed.find()) {
      reasons.merge(Objects.requireNonNullElse(failed.group(1), failed.group(2)), 1, Integer::sum);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d | %s | %s | %d ms | %d ms |%n",
        title,
        sessions.most(),
        sessions.now(),
        sessions.limit(),
        statuses,
        reasons.isEmpty() ? "none" : reasons,
        times.get(times.size() / 2),
        took.toMillis());
  }
}
