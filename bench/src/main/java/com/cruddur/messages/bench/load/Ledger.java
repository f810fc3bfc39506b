package com.cruddur.messages.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the clients have seen: every answer, and every message they have an answer for.
final class Ledger {
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  // Text -> its conversation.
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  /// What is asked for.
  enum Kind {
    LIST_MESSAGES,
    LIST_MESSAGE_GROUPS,
    SEND_TO_GROUP,
    SEND_TO_HANDLE,
    SHOW_USER
  }

  /// An answer; the status 0 when none came.
  record Answer(Kind kind, Instant at, Duration took, int status) {
    boolean isError() {
      return status == 0 || status >= 500;
    }
  }

  void add(Answer answer) {
    answers.add(answer);
  }

  void acknowledge(String text, String group) {
    acknowledged.put(text, group);
  }

  List<Answer> answers() {
    return List.copyOf(answers);
  }

  Map<String, String> acknowledged() {
    return acknowledged;
  }
}
