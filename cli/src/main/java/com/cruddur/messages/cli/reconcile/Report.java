package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.cli.Column;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.table.InboxRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What `reconcile` says: a line for each finding as it comes, then what it all was.
final class Report {
  private final Output out;
  private final boolean fix;

  Report(Output out, boolean fix) {
    this.out = out;
    this.fix = fix;
  }

  void start() {
    out.columns(
        new Column("kind", 10),
        new Column("inbox", 36),
        new Column("group", 36),
        new Column("outcome", 7),
        new Column("why", 0));
  }

  void add(Finding finding) {
    var problem = finding.problem();
    out.row(
        json(finding),
        problem.kind(),
        problem.inbox(),
        problem.group(),
        outcome(finding),
        finding.advice().isEmpty() ? problem.why() : problem.why() + "; " + finding.advice());
  }

  private static ObjectNode json(Finding finding) {
    var problem = finding.problem();
    var json =
        Output.object()
            .put("kind", problem.kind().name())
            .put("inbox", problem.inbox())
            .put("message_group_uuid", problem.group());
    var keys = json.putArray("sort_keys");
    problem.rows().stream().map(InboxRow::sk).forEach(keys::add);
    json.put("why", problem.why()).put("outcome", outcome(finding));
    return finding.advice().isEmpty() ? json : json.put("advice", finding.advice());
  }

  private static String outcome(Finding finding) {
    return finding.outcome().name().toLowerCase(Locale.ROOT);
  }

  /// @param isWhole whether the table was gone through to its end
  void end(Tally tally, double units, boolean isWhole) {
    if (out.isJson()) {
      out.row(summary(tally, units, isWhole));
    }
    out.text(
        "%d rows read%s: %d conversations, %d inbox rows; %s read capacity units"
            .formatted(
                tally.rows(),
                isWhole ? "" : " until it was stopped",
                tally.groups(),
                tally.inboxRows(),
                units));
    out.text(verdict(tally));
  }

  private String verdict(Tally tally) {
    var kinds =
        Arrays.stream(Kind.values())
            .filter(kind -> tally.found(kind) > 0)
            .map(kind -> "%d %s".formatted(tally.found(kind), kind))
            .collect(Collectors.joining(", "));
    if (kinds.isEmpty()) {
      return "nothing is wrong";
    }
    if (fix) {
      return "%s; %d mended, %d left".formatted(kinds, tally.mended(), tally.left());
    }
    return tally.left() == tally.found(Kind.UNREADABLE)
        ? kinds + "; mend or delete them by hand"
        : kinds + "; bin/cruddur reconcile --fix mends";
  }

  private static ObjectNode summary(Tally tally, double units, boolean isWhole) {
    var json = Output.object();
    var summary =
        json.putObject("summary")
            .put("rows", tally.rows())
            .put("message_groups", tally.groups())
            .put("inbox_rows", tally.inboxRows());
    var found = summary.putObject("found");
    for (var kind : Kind.values()) {
      found.put(kind.name(), tally.found(kind));
    }
    summary
        .put("mended", tally.mended())
        .put("left", tally.left())
        .put("read_capacity_units", units)
        .put("complete", isWhole);
    return json;
  }

  /// Says where the rows are that were removed.
  void removed(Path file) {
    out.note(
        "rows that were removed are in %s; bin/cruddur import %s puts them back"
            .formatted(file, file));
  }
}
