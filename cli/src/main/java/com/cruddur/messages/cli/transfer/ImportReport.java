package com.cruddur.messages.cli.transfer;

import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import com.cruddur.messages.cli.Column;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.transfer.Import.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What an import says: each row that is not in the table as the file has it, by its key, and the
/// numbers at the end.
final class ImportReport {
  private final Output out;
  private boolean isBegun;

  ImportReport(Output out) {
    this.out = out;
  }

  void row(Result result) {
    if (!isBegun) {
      isBegun = true;
      out.columns(
          new Column("outcome", 8),
          new Column("line", 7),
          new Column("pk", 40),
          new Column("sk", 32),
          new Column("file", 30));
    }
    var pk = result.row().row().get(PK).s();
    var sk = result.row().row().get(SK).s();
    var outcome = result.outcome().name().toLowerCase(Locale.ROOT);
    out.row(
        Output.object()
            .put("outcome", outcome)
            .put("file", result.file().toString())
            .put("line", result.row().line())
            .put(PK, pk)
            .put(SK, sk),
        outcome,
        result.row().line(),
        pk,
        sk,
        result.file());
  }

  void end(List<Path> files, ImportCounts counts) {
    if (out.isJson()) {
      var json =
          Output.object()
              .put("outcome", "total")
              .put("rows", counts.rows())
              .put("written", counts.written())
              .put("replaced", counts.replaced())
              .put("unchanged", counts.unchanged())
              .put("kept", counts.kept())
              .put("refused", counts.refused());
      files.forEach(file -> json.withArray("/files").add(file.toString()));
      out.row(json);
      return;
    }
    out.text(
        "imported %d rows: %d written, %d replaced, %d unchanged, %d kept, %d refused"
            .formatted(
                counts.rows(),
                counts.written(),
                counts.replaced(),
                counts.unchanged(),
                counts.kept(),
                counts.refused()));
    if (counts.kept() > 0) {
      out.note("Where another row was it has been kept; --overwrite replaces it.");
    }
    if (counts.refused() > 0) {
      out.note("DynamoDB does not take the refused rows; look at their lines.");
    }
  }

  void stopped(String goOn) {
    out.note("What was imported stays; " + goOn);
  }
}
