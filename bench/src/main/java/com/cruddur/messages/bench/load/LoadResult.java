package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Answer;
import com.cruddur.messages.bench.load.Part.Restart;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What a load came to.
///
/// @param lag the probe's samples
/// @param farewells how many of the last words were not in the inboxes yet when the table was there
///     again
/// @param untilNoLag from the last answer until every inbox showed the newest message; empty when
///     it did not come to that
/// @param givenUp batches of the stream in the failure store
/// @param leaked whether a text, an address or a token was in what `bin/dev` printed
record LoadResult(
    Instant start,
    Duration took,
    int clients,
    Ledger ledger,
    List<Restart> restarts,
    List<Memory> memory,
    List<LagProbe.Sample> lag,
    int farewells,
    Optional<Duration> untilNoLag,
    Stored stored,
    long givenUp,
    boolean leaked) {
  /// How long after a database's return the last error may come.
  static final Duration AFTERMATH = Duration.ofSeconds(5);

  private static final double GROWTH = 1.1;

  /// Resident memory at one time, in MiB.
  record Memory(Instant at, double server, double dynamoDb) {}

  /// Errors that no restart explains: neither while a database was away nor in its aftermath.
  List<Answer> unexplained(Duration aftermath) {
    return ledger.answers().stream()
        .filter(Answer::isError)
        .filter(answer -> restarts.stream().noneMatch(of -> explains(of, answer, aftermath)))
        .toList();
  }

  /// Errors while this database was away and shortly after, until the next one went.
  List<Answer> errors(Restart restart) {
    var next =
        restarts.stream()
            .map(Restart::ended)
            .filter(ended -> ended.isAfter(restart.ended()))
            .findFirst()
            .orElse(Instant.MAX);
    return ledger.answers().stream()
        .filter(Answer::isError)
        .filter(answer -> explains(restart, answer, AFTERMATH) && answer.at().isBefore(next))
        .sorted(Comparator.comparing(Answer::at))
        .toList();
  }

  private static boolean explains(Restart restart, Answer answer, Duration aftermath) {
    return !answer.at().isBefore(restart.ended())
        && !answer.at().isAfter(restart.ready().plus(aftermath));
  }

  /// Answers that are neither good nor errors, like 401 or 404.
  List<Answer> wrong() {
    return ledger.answers().stream().filter(Answer::isWrong).toList();
  }

  /// Whether the last answer of every kind, given when all was over, was good.
  boolean isRecovered() {
    return Arrays.stream(Ledger.Kind.values())
        .allMatch(
            kind ->
                ledger.answers().stream()
                    .filter(answer -> answer.kind() == kind)
                    .max(Comparator.comparing(Answer::at))
                    .filter(Answer::isGood)
                    .isPresent());
  }

  /// Whether the server's memory stays: its median in the last fifth against the second.
  boolean isMemoryFlat() {
    return memory(4, Memory::server) <= GROWTH * memory(1, Memory::server);
  }

  /// The median of a fifth of the time, counted from 0.
  double memory(int fifth, ToDoubleFunction<Memory> of) {
    var samples = memory.subList(memory.size() * fifth / 5, memory.size() * (fifth + 1) / 5);
    var sorted = samples.stream().mapToDouble(of).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /// Whether every promise was kept.
  boolean isSound() {
    return restarts.size() == 2
        && stored.lost().isEmpty()
        && stored.forgotten() <= 1
        && stored.doubled().isEmpty()
        && stored.outOfOrder().isEmpty()
        && stored.doubledInboxRows().isEmpty()
        && untilNoLag.isPresent()
        && givenUp == 0
        && wrong().isEmpty()
        && unexplained(AFTERMATH).isEmpty()
        && isRecovered()
        && isMemoryFlat()
        && !leaked;
  }
}
