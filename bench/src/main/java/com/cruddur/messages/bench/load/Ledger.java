package com.cruddur.messages.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// What the clients have seen: every answer, and every message they have an answer for.
final class Ledger {
  private static final int THROTTLED = 429;

  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Map<String, Message> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger errors = new AtomicInteger();

  /// What is asked for, and the status of its answer.
  enum Kind {
    LIST_MESSAGES(200),
    LIST_MESSAGE_GROUPS(200),
    SEND_TO_GROUP(200),
    SEND_TO_HANDLE(200),
    SHOW_USER(200),
    SHOW_NOBODY(404);

    private final int status;

    Kind(int status) {
      this.status = status;
    }
  }

  /// An answer; the status 0 when none came.
  record Answer(Kind kind, Instant at, Duration took, int status) {
    boolean isGood() {
      return status == kind.status;
    }

    boolean isError() {
      return status == 0 || status >= 500;
    }

    boolean isThrottled() {
      return status == THROTTLED;
    }

    /// Whether nobody should ever get it.
    boolean isWrong() {
      return !isGood() && !isError() && !isThrottled();
    }
  }

  /// An acknowledged message.
  ///
  /// @param sent the first time
  record Message(String text, String group, Instant sent, Instant acknowledged) {}

  void add(Answer answer) {
    answers.add(answer);
    if (answer.isError()) {
      errors.incrementAndGet();
    }
  }

  void acknowledge(Message message) {
    acknowledged.put(message.text(), message);
  }

  List<Answer> answers() {
    return List.copyOf(answers);
  }

  int errors() {
    return errors.get();
  }

  /// The conversations of the acknowledged messages.
  Set<String> groups() {
    return acknowledged.values().stream()
        .map(Message::group)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// By their texts.
  Map<String, Message> acknowledged() {
    return acknowledged;
  }
}
