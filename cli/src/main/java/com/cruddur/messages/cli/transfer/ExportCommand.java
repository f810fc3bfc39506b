package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.cli.Backend;
import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Interruption;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.OutputOptions;
import com.cruddur.messages.cli.Progress;
import com.cruddur.messages.cli.transfer.ExportCheckpoint.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `export`.
@Command(
    name = "export",
    description = {
      "Writes every row into a file, one line of DynamoDB JSON a row: {\"Item\":{…}}, as DynamoDB's"
          + " own export to S3 has them.",
      "Only you can read the file: it holds the texts of messages. While it grows it is FILE.part,"
          + " and FILE.checkpoint says how far it is; stopped in whatever way, --resume goes on"
          + " there, and no row is lost or doubled.",
      "The table may be in use. Rows written meanwhile may be in the file or not, and an inbox row"
          + " that moves meanwhile may be in it twice or not at all; after an import, bin/cruddur"
          + " reconcile --fix mends that. Reads are strongly consistent, which takes twice the"
          + " capacity: what was written before is in the file."
    },
    footer = {
      "",
      "Examples:",
      "  bin/cruddur export messages.jsonl",
      "  bin/cruddur export messages.jsonl --segments 8 --rcu 500",
      "  bin/cruddur export messages.jsonl --resume",
      "  bin/cruddur export - | gzip > messages.jsonl.gz"
    })
public final class ExportCommand implements Callable<Integer> {
  private static final int SEGMENTS = 4;
  private static final int MAX_SEGMENTS = 32;
  private static final String RESUME = "--resume";
  private static final String OVERWRITE = "--overwrite";

  @Parameters(
      paramLabel = "FILE",
      description = "The file; - is standard output, which cannot be resumed.")
  private Path file;

  @Option(
      names = "--segments",
      paramLabel = "N",
      description = "Reads N parts of the table at the same time, 1 to 32; otherwise 4.")
  private Optional<Integer> segments = Optional.empty();

  @Option(names = RESUME, description = "Goes on with the unfinished export to FILE.")
  private boolean resume;

  @Option(
      names = OVERWRITE,
      description = "Starts anew where there is an unfinished export, and replaces FILE.")
  private boolean overwrite;

  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec command;

  @Override
  public Integer call() throws IOException {
    if (segments.filter(count -> count < 1 || count > MAX_SEGMENTS).isPresent()) {
      throw CommandException.wrongUse(
          "--segments takes a number from 1 to %d, not %d".formatted(MAX_SEGMENTS, segments.get()));
    }
    if (resume && overwrite) {
      throw CommandException.wrongUse(
          "--resume goes on, --overwrite starts anew: name one of them");
    }
    try (var backend = dynamoDb.connect()) {
      if (file.toString().equals("-")) {
        toStandardOutput(backend);
      } else {
        toFile(backend, output.open());
      }
    }
    return ExitCode.DONE;
  }

  private void toStandardOutput(Backend backend) {
    if (resume || overwrite) {
      throw CommandException.wrongUse(
          "standard output cannot be resumed or overwritten: name a file for that");
    }
    var parts = Collections.nCopies(segments.orElse(SEGMENTS), Segment.START);
    try (var interruption = Interruption.watch(() -> "what was written is not the whole table");
        var progress = Progress.start("export", -1, " rows")) {
      new Export(backend.table(), new StandardOutput(), progress::add)
          .run(parts, interruption::isRequested);
    }
  }

  private void toFile(Backend backend, Output out) throws IOException {
    var description = TableIdentity.describe(backend.table());
    var table = TableIdentity.of(description);
    try (var exported =
        resume
            ? ExportFile.resume(file, table, segments)
            : ExportFile.begin(file, table, segments.orElse(SEGMENTS), overwrite)) {
      var before = exported.checkpoint().rows();
      var goOn = "go on with: " + CalledAs.typed(command, OVERWRITE, RESUME);
      var expected = description.itemCount() - before;
      try (var interruption = Interruption.watch(() -> goOn);
          var progress = Progress.start("export", expected > 0 ? expected : -1, " rows")) {
        var isDone =
            new Export(backend.table(), exported, progress::add)
                .run(exported.segments(), interruption::isRequested);
        if (!isDone) {
          return;
        }
        exported.finish();
      } catch (RuntimeException | IOException e) {
        out.note("What was exported is kept; " + goOn);
        throw e;
      }
      report(backend, out, exported.checkpoint(), before);
    }
  }

  private void report(Backend backend, Output out, ExportCheckpoint done, long before) {
    out.text(
        "exported %d rows to %s, %.1f read capacity units"
            .formatted(done.rows(), file, backend.capacity().units()));
    out.document(
        Output.object()
            .put("file", file.toString())
            .put("table", backend.table().name())
            .put("rows", done.rows())
            .put("bytes", done.bytes())
            .put("rows_before_resume", before)
            .put("read_capacity_units", backend.capacity().units()));
  }
}
