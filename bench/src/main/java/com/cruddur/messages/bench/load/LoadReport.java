package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Answer;
import com.cruddur.messages.bench.load.Ledger.Kind;
import com.cruddur.messages.bench.load.LoadResult.Memory;
import com.cruddur.messages.bench.load.Part.Restart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A load's result as Markdown tables.
final class LoadReport {
  private final LoadResult result;
  private final List<Answer> answers;
  private final StringBuilder text = new StringBuilder();

  private LoadReport(LoadResult result) {
    this.result = result;
    this.answers = result.ledger().answers();
  }

  static String of(LoadResult result) {
    var report = new LoadReport(result);
    report.whole();
    report.byMinutes();
    return report.text.toString();
  }

  private void whole() {
    var stored = result.stored();
    line("| what | seen |%n|---|---|");
    line(
        "| answers in %d s to %d clients and the probe | %,d, %.0f a second |",
        result.took().toSeconds(),
        result.clients(),
        answers.size(),
        answers.size() / seconds(result.took()));
    for (var kind : Kind.values()) {
      var good = answers.stream().filter(answer -> answer.kind() == kind && answer.isGood());
      line("| %s | %s |", kind, percentiles(good.map(Answer::took)));
    }
    line("| acknowledged messages | %,d |", result.ledger().acknowledged().size());
    line(
        "| of them not there exactly once / out of order | %d / %d |",
        stored.lost().size(), stored.outOfOrder().size());
    stored.lost().forEach((message, places) -> line("| found in %s | %s |", places, message));
    line(
        "| answered while DynamoDB Local was being killed / of them not there | %d / %d |",
        result.ledger().doubtful().size(), stored.forgotten());
    line(
        "| texts doubled / inbox rows doubled | %d / %d |",
        stored.doubled().size(), stored.doubledInboxRows().size());
    result.restarts().forEach(this::restart);
    line("| errors beside those | %d |", result.unexplained(LoadResult.AFTERMATH).size());
    line(
        "| throttled (429) / answers of a wrong kind | %d / %d |",
        answers.stream().filter(Answer::isThrottled).count(), result.wrong().size());
    line("| last words not in the inboxes when the table was back | %d |", result.farewells());
    line(
        "| acknowledged until both inboxes showed it | %s |",
        percentiles(result.lag().stream().map(LagProbe.Sample::lag)));
    line(
        "| from the last answer until no inbox was behind | %s |",
        result.untilNoLag().map(lag -> "%.1f s".formatted(seconds(lag))).orElse("never"));
    line("| batches of the stream given up | %d |", result.givenUp());
    line("| memory of the server, by fifths of the time | %s MiB |", fifths(Memory::server));
    line("| memory of DynamoDB Local | %s MiB |", fifths(Memory::dynamoDb));
    line("| texts, addresses or tokens in the log | %s |", result.leaked() ? "yes" : "none");
  }

  private void restart(Restart restart) {
    var errors = result.errors(restart);
    var last =
        errors.isEmpty()
            ? "none"
            : "the last one %+.1f s from its return"
                .formatted(seconds(Duration.between(restart.ready(), errors.getLast().at())));
    line(
        "| %s away | %.1f s, %.1f s of them starting; errors: %d, %s |",
        restart.name(),
        seconds(Duration.between(restart.ended(), restart.ready())),
        seconds(Duration.between(restart.started(), restart.ready())),
        errors.size(),
        last);
  }

  private void byMinutes() {
    line("");
    line("| minute | answers | errors | inboxes behind | server |%n|---|---|---|---|---|");
    // What is left of the last minute when the clients have stopped is none.
    var minutes = Math.max(1, Math.round(seconds(result.took()) / 60));
    for (var minute = 0; minute < minutes; minute++) {
      var of = minute;
      var during = answers.stream().filter(answer -> minute(answer.at()) == of).toList();
      var lag = result.lag().stream().filter(sample -> minute(sample.at()) == of);
      var memory =
          result.memory().stream()
              .filter(sample -> minute(sample.at()) == of)
              .mapToDouble(Memory::server)
              .max();
      line(
          "| %d | %,d | %d | %s | %.0f MiB |",
          minute + 1,
          during.size(),
          during.stream().filter(Answer::isError).count(),
          percentiles(lag.map(LagProbe.Sample::lag)),
          memory.orElse(0));
    }
  }

  private long minute(Instant at) {
    return Duration.between(result.start(), at).toMinutes();
  }

  private String fifths(ToDoubleFunction<Memory> of) {
    return IntStream.range(0, 5)
        .mapToObj(fifth -> "%.0f".formatted(result.memory(fifth, of)))
        .collect(Collectors.joining(", "));
  }

  private static String percentiles(Stream<Duration> times) {
    var sorted = times.sorted().toList();
    return sorted.isEmpty()
        ? "none"
        : String.format(
            Locale.ROOT,
            "%,d: p50 %.1f, p99 %.1f, max %.0f ms",
            sorted.size(),
            millis(sorted, 50),
            millis(sorted, 99),
            millis(sorted, 100));
  }

  private static double millis(List<Duration> sorted, int percentage) {
    var rank = (int) Math.ceil(percentage / 100.0 * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1).toNanos() / 1e6;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
