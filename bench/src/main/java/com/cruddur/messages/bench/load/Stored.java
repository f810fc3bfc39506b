package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What is in the table when all is over, held against what was acknowledged.
///
/// @param messages all message rows, each conversation's from the oldest on
/// @param inboxes all inbox rows
record Stored(
    Ledger ledger,
    List<Map<String, AttributeValue>> messages,
    List<Map<String, AttributeValue>> inboxes) {

  /// Acknowledged messages that are not in their conversation exactly once.
  List<String> lost() {
    var places = new HashMap<String, List<String>>();
    for (var row : messages) {
      places.computeIfAbsent(text(row), text -> new ArrayList<>()).add(row.get("pk").s());
    }
    return ledger.acknowledged().values().stream()
        .filter(message -> !List.of("MSG#" + message.group()).equals(places.get(message.text())))
        .map(Message::text)
        .toList();
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
