package com.cruddur.messages.cli.db;

import com.cruddur.messages.cli.Column;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Output;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says what came of everybody in the user pool.
final class Report {
  private final Output out;
  private final boolean dryRun;

  Report(Output out, boolean dryRun) {
    this.out = out;
    this.dryRun = dryRun;
  }

  /// @return the exit code
  int of(List<Match> matches) {
    if (out.isJson()) {
      out.document(json(matches));
    } else {
      show(matches);
    }
    return matches.stream().anyMatch(match -> match.outcome().isProblem())
        ? ExitCode.PROBLEMS
        : ExitCode.DONE;
  }

  private void show(List<Match> matches) {
    out.columns(
        new Column("outcome", 11),
        new Column("handle", 24),
        new Column("sub", 36),
        new Column("", 0));
    matches.forEach(
        match ->
            out.row(
                null,
                match.outcome().word(),
                match.user().handle().orElse("-"),
                match.user().sub(),
                match.hint()));
    out.text(
        counts(matches).entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().word())
            .collect(
                Collectors.joining(
                    ", ", "", dryRun ? "; this was a dry run: nothing was changed" : "")));
  }

  private ObjectNode json(List<Match> matches) {
    var document = Output.object().put("dry_run", dryRun);
    var counts = document.putObject("counts");
    counts(matches).forEach((outcome, count) -> counts.put(outcome.word(), count));
    var users = document.putArray("users");
    for (var match : matches) {
      var user =
          users
              .addObject()
              .put("outcome", match.outcome().word())
              .put("handle", match.user().handle().orElse(null))
              .put("sub", match.user().sub());
      match
          .row()
          .ifPresent(
              row ->
                  user.put("uuid", row.uuid().toString())
                      .put("cognito_user_id_before", row.cognitoUserId()));
      if (!match.hint().isEmpty()) {
        user.put("hint", match.hint());
      }
    }
    return document;
  }

  // Those who were updated, unknown or unchanged always.
  private static Map<Outcome, Integer> counts(List<Match> matches) {
    var counts = new EnumMap<Outcome, Integer>(Outcome.class);
    List.of(Outcome.UPDATED, Outcome.UNKNOWN, Outcome.UNCHANGED)
        .forEach(outcome -> counts.put(outcome, 0));
    matches.forEach(match -> counts.merge(match.outcome(), 1, Integer::sum));
    return counts;
  }
}
