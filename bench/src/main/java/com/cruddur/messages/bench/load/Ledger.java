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
///
/// DynamoDB Local answers a write a moment before it has committed it: about every eighth SIGKILL
/// under load loses the one write between the two. What AWS promises it does not, so an answer that
/// comes while it is being killed acknowledges nothing.
final class Ledger {
  private static final int THROTTLED = 429;

  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Map<String, Message> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, Message> doubtful = new ConcurrentHashMap<>();
  private final AtomicInteger errors = new AtomicInteger();
  private volatile boolean isTrusting = true;

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
  /// @param attempts how often
  record Message(String text, String group, Instant sent, Instant acknowledged, int attempts) {}

  void add(Answer answer) {
    answers.add(answer);
    if (answer.isError()) {
      errors.incrementAndGet();
    }
  }

  /// @return whether the answer counts
  boolean acknowledge(Message message) {
    var counts = isTrusting;
    (counts ? acknowledged : doubtful).put(message.text(), message);
    return counts;
  }

  /// From now on answers may be of writes that the table is about to lose.
  void doubt() {
    isTrusting = false;
  }

  /// The table is back.
  void trust() {
    isTrusting = true;
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

  /// Those that were answered while the table was being killed, by their texts.
  Map<String, Message> doubtful() {
    return doubtful;
  }
}
