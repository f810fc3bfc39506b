package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.Confirmation;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Interruption;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.OutputOptions;
import com.cruddur.messages.cli.Progress;
import com.cruddur.messages.table.MessagesTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `import`.
@Command(
    name = "import",
    description = {
      "Writes the rows of files into the table: of bin/cruddur export, of bin/cruddur ddb scan"
          + " --output json, or of DynamoDB's own export to S3 (DynamoDB JSON), gzipped or not.",
      "First every file is read to its end; if a line of one holds no row for this table, all such"
          + " lines are named and nothing is written.",
      "Nothing is overwritten: where another row has the key, that one stays, its key is reported,"
          + " and the command ends with 1. Doing it again changes nothing. FILE.imported says how"
          + " far it is; --resume goes on there.",
      "New messages make the stream function run, which moves inboxes to their newest message only."
          + " After an import, bin/cruddur reconcile --fix brings inboxes and messages together."
    },
    footer = {
      "",
      "Examples:",
      "  bin/cruddur import messages.jsonl --table cruddur-messages-restored",
      "  bin/cruddur import AWSDynamoDB/01700000000000-0a1b2c3d/data/*.json.gz",
      "  bin/cruddur import messages.jsonl --resume"
    })
public final class ImportCommand implements Callable<Integer> {
  private static final String RESUME = "--resume";

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
  private List<Path> files;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "16",
      description = "Writes N rows at the same time, 1 to 64; otherwise 16.")
  private int concurrency;

  @Option(names = RESUME, description = "Goes on where an import of the same files stopped.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replaces rows that are there.")
  private boolean overwrite;

  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private Confirmation confirmation;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec command;

  @Override
  public Integer call() throws IOException {
    if (concurrency < 1 || concurrency > 64) {
      throw CommandException.wrongUse(
          "--concurrency takes a number from 1 to 64, not " + concurrency);
    }
    try (var backend = dynamoDb.connect()) {
      var table = TableIdentity.of(TableIdentity.describe(backend.table()));
      var out = output.openForWork();
      var checked = check(out);
      if (checked.isEmpty()) {
        return ExitCode.PROBLEMS;
      }
      var rows = checked.get().stream().mapToLong(CheckedFile::rows).sum();
      var open =
          resume
              ? ImportFiles.resume(checked.get(), table, overwrite)
              : ImportFiles.begin(checked.get(), table, overwrite);
      confirmation.ask(
          backend.target(),
          (overwrite ? "writes %d rows over those of" : "writes %d rows into").formatted(rows));
      return write(open, backend.table(), rows, new ImportReport(out));
    }
  }

  private Optional<List<CheckedFile>> check(Output out) throws IOException {
    var again = "nothing was written; start again with: " + CalledAs.typed(command, "");
    try (var interruption = Interruption.watch(() -> again);
        var progress = Progress.start("check", -1, " rows")) {
      var checked = new ImportCheck(out::note, progress::add, interruption::isRequested).of(files);
      return interruption.isRequested() ? Optional.empty() : Optional.of(checked);
    }
  }

  private int write(ImportFiles open, MessagesTable table, long rows, ImportReport report)
      throws IOException {
    var goOn = "go on with: " + CalledAs.typed(command, "", RESUME);
    try (var interruption = Interruption.watch(() -> goOn);
        var progress = Progress.start("import", rows - open.counted().rows(), " rows")) {
      var counts =
          open.run(
              new Import(new RowPut(table, overwrite), concurrency, report::row),
              progress::add,
              interruption::isRequested);
      if (counts.isEmpty()) {
        return ExitCode.PROBLEMS;
      }
      report.end(files, counts.get());
      return counts.get().isComplete() ? ExitCode.DONE : ExitCode.PROBLEMS;
    } catch (CommandException e) {
      throw e;
    } catch (RuntimeException | IOException e) {
      report.stopped(goOn);
      throw e;
    }
  }
}
