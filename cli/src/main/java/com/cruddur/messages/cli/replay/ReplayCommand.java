package com.cruddur.messages.cli.replay;

import com.cruddur.messages.cli.Confirmation;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Interruption;
import com.cruddur.messages.cli.OutputOptions;
import com.cruddur.messages.cli.Progress;
import com.cruddur.messages.cli.transfer.CalledAs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `replay`.
@Command(
    name = "replay",
    description = {
      "Gives what the stream function gave up to it once more, out of the failure store: inboxes"
          + " move to the messages they missed.",
      "A record that fails again is reported, and those behind it go on. Replaying twice changes"
          + " nothing, and an inbox that shows something newer stays as it is. The documents stay"
          + " where they are."
    },
    footer = {
      "",
      "Examples:",
      "  bin/cruddur replay data/failures",
      "  bin/cruddur replay s3://cruddur-failures/aws/lambda/",
      "  bin/cruddur replay s3://cruddur-failures/aws/lambda/0a1b/x --yes"
    })
public final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description =
          "A document, a folder with documents anywhere in it, s3://BUCKET/KEY, or"
              + " s3://BUCKET/PREFIX/ for all objects under it.")
  private List<String> sources;

  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private Confirmation confirmation;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    sources.stream()
        .filter(source -> S3Location.parse(source).isEmpty())
        .map(Path::of)
        .forEach(LocalFiles::requireThere);
    try (var backend = dynamoDb.connect();
        var s3 = new S3Objects()) {
      confirmation.ask(backend.target(), "moves inboxes of");
      var goOn =
          "what was replayed is not harmed by once more; go on with: "
              + CalledAs.typed(command, "");
      var report = new ReplayReport(output.openForWork());
      try (var replay = new Replay(backend.table());
          var interruption = Interruption.watch(() -> goOn);
          var progress = Progress.start("replay", -1, " documents")) {
        documents(s3)
            .takeWhile(document -> !interruption.isRequested())
            .forEach(
                document -> {
                  replay(document, replay, report);
                  progress.add(1);
                });
        if (interruption.isRequested()) {
          return ExitCode.PROBLEMS;
        }
      }
      return report.end() ? ExitCode.DONE : ExitCode.PROBLEMS;
    }
  }

  private Stream<Document> documents(S3Objects s3) {
    return sources.stream()
        .flatMap(
            source ->
                S3Location.parse(source)
                    .map(s3::documents)
                    .orElseGet(() -> LocalFiles.documents(Path.of(source))));
  }

  private static void replay(Document document, Replay replay, ReplayReport report) {
    try {
      var bytes = document.content().read();
      if (bytes.length > Document.MAX_BYTES) {
        throw new UnreadableDocumentException("is too large for a batch of records");
      }
      var records = DiscardedRecords.of(bytes);
      report.replayed(document, records, replay.run(records));
    } catch (UnreadableDocumentException e) {
      report.unreadable(document, e.getMessage());
    } catch (IOException e) {
      report.unreadable(document, "cannot be read: " + e.getMessage());
    }
  }
}
