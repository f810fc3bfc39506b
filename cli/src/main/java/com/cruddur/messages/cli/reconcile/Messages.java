package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.message.NewMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The newest messages of a conversation, in no order.
record Messages(List<NewMessage> all) {
  Optional<NewMessage> newest() {
    return upTo(Instant.MAX);
  }

  /// The newest of those that were sent by then.
  Optional<NewMessage> upTo(Instant time) {
    return all.stream()
        .filter(message -> !message.createdAt().instant().isAfter(time))
        .max(Comparator.comparing(NewMessage::createdAt));
  }

  /// Whether one was sent at that time.
  boolean hasAt(Instant time) {
    return all.stream().anyMatch(message -> message.createdAt().instant().equals(time));
  }

  /// Whether one was sent at that time with that text. Two may have been: a time can be written in
  /// more than one way.
  boolean has(Instant time, String text) {
    return all.stream()
        .anyMatch(
            message -> message.createdAt().instant().equals(time) && message.text().equals(text));
  }

  Messages with(NewMessage message) {
    var more = new ArrayList<>(all);
    more.add(message);
    return new Messages(more);
  }
}
