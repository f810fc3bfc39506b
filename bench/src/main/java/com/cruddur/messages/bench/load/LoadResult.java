package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Answer;
import com.cruddur.messages.bench.load.Ledger.Kind;
import com.cruddur.messages.bench.load.Part.Restart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a load came to.
///
/// @param untilNoLag from the last answer until every inbox showed the newest message; empty when
///     it did not come to that
/// @param messages all message rows at the end
/// @param inboxes all inbox rows at the end
/// @param leaked whether a text, an address or a token was in what `bin/dev` printed
record LoadResult(
    Duration took,
    int clients,
    Ledger ledger,
    List<Restart> restarts,
    List<Memory> memory,
    Optional<Duration> untilNoLag,
    List<Map<String, AttributeValue>> messages,
    List<Map<String, AttributeValue>> inboxes,
    boolean leaked) {
  private static final Duration AFTERMATH = Duration.ofSeconds(5);
  private static final double GROWTH = 1.1;

  /// Resident memory at one time, in MiB.
  record Memory(double server, double dynamoDb) {}

  /// Acknowledged messages that are not in their conversation exactly once.
  List<String> lost() {
    var places = new HashMap<String, List<String>>();
    for (var row : messages) {
      places
          .computeIfAbsent(row.get("message").s(), text -> new ArrayList<>())
          .add(row.get("pk").s());
    }
    return ledger.acknowledged().entrySet().stream()
        .filter(entry -> !List.of("MSG#" + entry.getValue()).equals(places.get(entry.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Texts that are in the table twice.
  long doubled() {
    var texts = new HashSet<String>();
    return messages.stream().filter(row -> !texts.add(row.get("message").s())).count();
  }

  /// Inboxes that show a conversation twice.
  long doubledInboxRows() {
    var places = new HashSet<String>();
    return inboxes.stream()
        .filter(row -> !places.add(row.get("pk").s() + row.get("message_group_uuid").s()))
        .count();
  }

  /// Errors that no restart explains: before it, or more than five seconds after the database took
  /// connections again.
  List<Answer> unexplained() {
    return ledger.answers().stream()
        .filter(Answer::isError)
        .filter(answer -> restarts.stream().noneMatch(restart -> explains(restart, answer)))
        .toList();
  }

  private static boolean explains(Restart restart, Answer answer) {
    return !answer.at().isBefore(restart.ended())
        && !answer.at().isAfter(restart.ready().plus(AFTERMATH));
  }

  /// Whether the server's memory stays: its median in the last fifth against the second.
  boolean isMemoryFlat() {
    return median(memory.subList(memory.size() * 4 / 5, memory.size()), Memory::server)
        <= GROWTH
            * median(memory.subList(memory.size() / 5, memory.size() * 2 / 5), Memory::server);
  }

  /// Whether every promise was kept.
  boolean isSound() {
    return lost().isEmpty()
        && doubled() == 0
        && doubledInboxRows() == 0
        && untilNoLag.isPresent()
        && unexplained().isEmpty()
        && isMemoryFlat()
        && !leaked;
  }

  String report() {
    var answers = ledger.answers();
    var text = new StringBuilder();
    line(text, "| what | seen |%n|---|---|");
    line(
        text,
        "| answers in %d s to %d clients | %,d, %.0f a second |",
        took.toSeconds(),
        clients,
        answers.size(),
        answers.size() / (took.toMillis() / 1_000.0));
    for (var kind : Kind.values()) {
      var times =
          answers.stream()
              .filter(answer -> answer.kind() == kind && !answer.isError())
              .map(Answer::took)
              .sorted(Comparator.naturalOrder())
              .toList();
      line(
          text,
          "| %s, %,d | p50 %.1f, p99 %.1f ms |",
          kind,
          times.size(),
          millis(times, 50),
          millis(times, 99));
    }
    line(text, "| acknowledged messages | %,d |", ledger.acknowledged().size());
    line(
        text,
        "| of them not there exactly once / texts doubled / inbox rows doubled | %d / %d / %d |",
        lost().size(),
        doubled(),
        doubledInboxRows());
    for (var restart : restarts) {
      var errors =
          answers.stream()
              .filter(a -> a.isError() && explains(restart, a))
              .map(Answer::at)
              .toList();
      line(
          text,
          "| %s away | %.1f s; %d errors, the last one %.1f s after its end |",
          restart.name(),
          seconds(restart.ended(), restart.ready()),
          errors.size(),
          errors.stream()
              .max(Comparator.naturalOrder())
              .map(at -> seconds(restart.ended(), at))
              .orElse(0.0));
    }
    line(text, "| errors beside those | %d |", unexplained().size());
    line(
        text,
        "| from the last answer until no inbox was behind | %s |",
        untilNoLag.map(lag -> "%.1f s".formatted(lag.toMillis() / 1_000.0)).orElse("never"));
    line(text, "| memory of the server, by fifths of the time | %s MiB |", fifths(Memory::server));
    line(text, "| memory of DynamoDB Local | %s MiB |", fifths(Memory::dynamoDb));
    line(text, "| texts, addresses or tokens in the log | %s |", leaked ? "yes" : "none");
    return text.toString();
  }

  private String fifths(ToDoubleFunction<Memory> of) {
    var medians = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      var part = memory.subList(memory.size() * i / 5, memory.size() * (i + 1) / 5);
      medians.add("%.0f".formatted(median(part, of)));
    }
    return String.join(", ", medians);
  }

  private static double median(List<Memory> samples, ToDoubleFunction<Memory> of) {
    var sorted = samples.stream().mapToDouble(of).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static double millis(List<Duration> sorted, int percentage) {
    var rank = (int) Math.ceil(percentage / 100.0 * sorted.size());
    return sorted.isEmpty() ? 0 : sorted.get(Math.max(rank, 1) - 1).toNanos() / 1e6;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1_000.0;
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
