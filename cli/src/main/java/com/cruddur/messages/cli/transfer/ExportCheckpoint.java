package com.cruddur.messages.cli.transfer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/// How far an export is.
///
/// @param table what is exported
/// @param overwrite whether the export may replace a file that is there
/// @param bytes of the unfinished file that count; what is behind them was written after this
/// @param rows in those bytes
/// @param segments where each segment of the scan goes on
record ExportCheckpoint(
    TableIdentity table, boolean overwrite, long bytes, long rows, List<Segment> segments) {
  ExportCheckpoint {
    Objects.requireNonNull(table);
    segments = List.copyOf(segments);
  }

  /// @param after the key of the last row that counts, as DynamoDB JSON; null before the first
  /// @param done whether nothing comes after it
  record Segment(JsonNode after, boolean done) {
    static final Segment START = new Segment(null, false);
    static final Segment DONE = new Segment(null, true);

    // Jackson reads null as a node.
    Segment {
      after = after == null || after.isNull() ? null : after;
    }
  }

  static ExportCheckpoint start(TableIdentity table, boolean overwrite, int segments) {
    return new ExportCheckpoint(
        table, overwrite, 0, 0, Collections.nCopies(segments, Segment.START));
  }

  @JsonIgnore
  boolean isDone() {
    return segments.stream().allMatch(Segment::done);
  }
}
