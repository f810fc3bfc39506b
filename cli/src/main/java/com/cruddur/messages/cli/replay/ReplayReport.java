package com.cruddur.messages.cli.replay;

import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.cruddur.messages.cli.Column;
import com.cruddur.messages.cli.Output;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// What a replay says: a line for each document, and the records that fail, by their keys.
final class ReplayReport {
  private final Output out;
  private int documents;
  private int unreadable;
  private int records;
  private int failed;

  ReplayReport(Output out) {
    this.out = out;
    out.columns(new Column("records", 7), new Column("failed", 6), new Column("document", 60));
  }

  void replayed(Document document, List<DynamodbStreamRecord> all, List<DynamodbStreamRecord> bad) {
    documents++;
    records += all.size();
    failed += bad.size();
    var json = json(document, all.size());
    bad.forEach(record -> json.withArray("/failed").add(json(record)));
    out.row(json, all.size(), bad.size(), document.name());
    bad.forEach(
        record ->
            out.note(
                "%s: record %s (%s / %s) fails again"
                    .formatted(document.name(), number(record), key(record, PK), key(record, SK))));
  }

  void unreadable(Document document, String reason) {
    documents++;
    unreadable++;
    out.row(json(document, 0).put("error", reason), 0, "-", document.name());
    out.note(document.name() + " " + reason);
  }

  /// Whether every record is done.
  boolean end() {
    out.text(
        "replayed %d records of %d documents, which stay where they are"
            .formatted(records - failed, documents - unreadable));
    if (failed + unreadable > 0) {
      out.note(
          ("%d records fail and %d documents cannot be read: bin/cruddur reconcile --fix mends the"
                  + " inboxes they are about")
              .formatted(failed, unreadable));
    }
    return failed + unreadable == 0;
  }

  private static ObjectNode json(Document document, int records) {
    var json = Output.object().put("document", document.name()).put("records", records);
    json.putArray("failed");
    return json;
  }

  private static ObjectNode json(DynamodbStreamRecord record) {
    var json = Output.object().put("sequence_number", number(record));
    return json.put(PK, key(record, PK)).put(SK, key(record, SK));
  }

  private static String number(DynamodbStreamRecord record) {
    return Optional.ofNullable(record)
        .map(DynamodbStreamRecord::getDynamodb)
        .map(change -> change.getSequenceNumber())
        .orElse("?");
  }

  private static String key(DynamodbStreamRecord record, String name) {
    return Optional.ofNullable(record)
        .map(DynamodbStreamRecord::getDynamodb)
        .map(change -> change.getKeys())
        .map(keys -> keys.get(name))
        .map(value -> value.getS())
        .orElse("?");
  }
}
