package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What is in the table when all is over, held against what was acknowledged.
///
/// @param messages all message rows, each conversation's from the oldest on
/// @param inboxes all inbox rows
record Stored(
    Ledger ledger,
    List<Map<String, AttributeValue>> messages,
    List<Map<String, AttributeValue>> inboxes) {

  /// Acknowledged messages that are not in their conversation exactly once, each with where it is.
  Map<Message, List<String>> lost() {
    var places = new HashMap<String, List<String>>();
    for (var row : messages) {
      places.computeIfAbsent(text(row), text -> new ArrayList<>()).add(row.get("pk").s());
    }
    var lost = new HashMap<Message, List<String>>();
    for (var message : ledger.acknowledged().values()) {
      var found = places.getOrDefault(message.text(), List.of());
      if (!found.equals(List.of("MSG#" + message.group()))) {
        lost.put(message, found);
      }
    }
    return lost;
  }

  /// Messages that were answered while DynamoDB Local was being killed and are not there. It has
  /// one writer, so it can lose one.
  long forgotten() {
    var texts = messages.stream().map(Stored::text).collect(Collectors.toSet());
    return ledger.doubtful().values().stream()
        // Other conversations were not read.
        .filter(message -> ledger.groups().contains(message.group()))
        .filter(message -> !texts.contains(message.text()))
        .count();
  }

  /// Texts that are in the table twice, acknowledged or not.
  List<String> doubled() {
    var texts = new HashSet<String>();
    return messages.stream().map(Stored::text).filter(text -> !texts.add(text)).toList();
  }

  /// Messages that stand after one that was sent only when they had been acknowledged, so that its
  /// sender could have read them.
  List<String> outOfOrder() {
    var latestSent = new HashMap<String, Instant>();
    var outOfOrder = new ArrayList<String>();
    for (var row : messages) {
      var message = ledger.acknowledged().get(text(row));
      if (message != null) {
        var before = latestSent.getOrDefault(message.group(), Instant.MIN);
        if (message.acknowledged().isBefore(before)) {
          outOfOrder.add(message.text());
        }
        latestSent.merge(message.group(), message.sent(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return outOfOrder;
  }

  /// Inbox rows of a conversation that stands in that inbox already.
  List<String> doubledInboxRows() {
    var places = new HashSet<String>();
    return inboxes.stream()
        .map(row -> row.get("pk").s() + " " + row.get("message_group_uuid").s())
        .filter(place -> !places.add(place))
        .toList();
  }

  private static String text(Map<String, AttributeValue> row) {
    return row.get("message").s();
  }
}
