package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.table.MessagesTableSchema.LAST_MESSAGE_AT;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_GROUP_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.InboxRow;
import com.cruddur.messages.table.MessagesTable;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What only an inbox can tell: rows that belong to nothing. A row of a conversation with messages
/// is judged where those are.
final class InboxCheck {
  private final BatchRead batches;
  private final OrphanCheck orphans;
  private final Consumer<Finding> findings;
  private final Map<InboxRow, Map<String, AttributeValue>> claims = new LinkedHashMap<>();

  InboxCheck(MessagesTable table, OrphanCheck orphans, Consumer<Finding> findings) {
    this.batches = new BatchRead(table);
    this.orphans = orphans;
    this.findings = findings;
  }

  /// Takes a row as the scan gave it, and looks at some of those before.
  void add(InboxRow row) {
    if (!Uuids.isCanonical(row.owner())) {
      unreadable(row, "the inbox is of no user");
    } else if (!Uuids.isCanonical(group(row))) {
      // In capitals it would be looked for where its messages are not.
      unreadable(row, "message_group_uuid is no uuid in small letters");
    } else {
      claims.put(row, claimed(row).orElse(Map.of()));
      if (claims.size() == BatchRead.MAX_KEYS) {
        end();
      }
    }
  }

  /// Looks at the rest.
  void end() {
    var keys = claims.values().stream().filter(key -> !key.isEmpty()).toList();
    var present = new HashSet<>(batches.present(keys));
    var unproven = new ArrayList<InboxRow>();
    claims.forEach(
        (row, key) -> {
          if (!present.contains(key)) {
            unproven.add(row);
          }
        });
    claims.clear();
    unproven.forEach(row -> orphans.check(row).forEach(findings));
  }

  // The key of the message it shows, if that stands there in the form the row has it in.
  private static Optional<Map<String, AttributeValue>> claimed(InboxRow row) {
    var sk = row.attributes().getOrDefault(LAST_MESSAGE_AT, row.attributes().get(SK));
    return row.groupUuid()
        .filter(_ -> isTime(sk.s()))
        .map(group -> Map.of(PK, AttributeValue.fromS(MESSAGE_PREFIX + group), SK, sk));
  }

  private static boolean isTime(String text) {
    try {
      return text != null && Timestamp.parse(text).stored().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String group(InboxRow row) {
    return Optional.ofNullable(row.attributes().get(MESSAGE_GROUP_UUID))
        .map(AttributeValue::s)
        .orElse("");
  }

  private void unreadable(InboxRow row, String why) {
    findings.accept(
        orphans.untouched(
            new Problem(
                Kind.UNREADABLE, row.owner(), group(row), List.of(row), row.sk() + ": " + why)));
  }
}
