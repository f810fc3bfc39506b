package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.Durations;
import com.cruddur.messages.bench.load.Ledger.Answer;
import java.time.Duration;
import java.util.List;

/// What was seen of one kind of request.
///
/// @param perSecond answers
/// @param processorTime of the serving processes, a request
record Rate(double perSecond, Duration p50, Duration p99, Duration processorTime) {
  /// @param answers of all clients
  /// @param took how long they were asking
  /// @param used the processor time of the serving processes meanwhile
  /// @throws IllegalStateException when there is no answer, or one is none
  static Rate of(List<Answer> answers, Duration took, Duration used) {
    if (answers.isEmpty()) {
      throw new IllegalStateException("there was no answer");
    }
    answers.stream()
        .filter(answer -> !answer.isGood())
        .findFirst()
        .ifPresent(
            answer -> {
              throw new IllegalStateException("not what is due: " + answer);
            });
    var times = Durations.of(answers.stream().map(Answer::took).toList());
    return new Rate(
        answers.size() / (took.toNanos() / 1e9),
        times.percentile(50),
        times.percentile(99),
        used.dividedBy(answers.size()));
  }
}
