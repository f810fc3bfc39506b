package com.cruddur.messages.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Aws;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.Operator;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  // A line as DynamoDB's own export to S3 has it.
  private static final String OF_AWS =
      "{\"Item\":{\"sk\":{\"S\":\"2023-04-01T12:34:56\"},\"pk\":{\"S\":\"MSG#1\"},"
          + "\"tags\":{\"SS\":[\"b\",\"a\"]},\"size\":{\"N\":\"1.50\"}}}\n";

  @RegisterExtension private final Product product = new Product();

  @TempDir private Path folder;
  private Cli cli;
  private Path file;
  private Path imported;

  @BeforeEach
  void call() {
    cli = Operator.of(product, folder);
    file = folder.resolve("rows.jsonl");
    imported = folder.resolve("rows.jsonl.imported");
  }

  @Test
  void everyKindOfRowArrivesAsItWasAndOnceMoreChangesNothing() {
    var rows = Rows.ofEveryKind();
    Rows.file(file, rows);

    var first = cli.run("import", file.toString(), "--output", "json");
    var second = cli.run("import", file.toString(), "--output", "json");

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.json().get("written").asInt()).isEqualTo(7);
    assertThat(second.exitCode()).isZero();
    assertThat(second.json().get("unchanged").asInt()).isEqualTo(7);
    cli.run("export", folder.resolve("again.jsonl").toString());
    assertThat(Rows.in(folder.resolve("again.jsonl")))
        .hasSize(7)
        .allMatch(row -> rows.stream().anyMatch(original -> SameRow.test(original, row)));
    assertThat(imported).doesNotExist();
  }

  @Test
  void filesOfDynamoDbsOwnExportAreTakenGzippedOrNot() throws IOException {
    var zipped = folder.resolve("data.json.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(OF_AWS.getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(file, OF_AWS.replace("MSG#1", "MSG#2"));

    var run = cli.run("import", zipped.toString(), file.toString());
    var again = cli.run("import", zipped.toString(), "--output", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(product.rows().all()).hasSize(2).allMatch(row -> row.get("tags").ss().size() == 2);
    // Though DynamoDB keeps 1.5, and no order of a set.
    assertThat(again.json().get("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void rowThatIsThereStaysUnlessTold() {
    product.rows().put("MSG#1", "a", "message", "theirs, secret");
    Rows.file(
        file,
        List.of(
            Table.row("MSG#1", "a", "message", "ours, secret"),
            Table.row("MSG#1", "b", "message", "new")));

    var kept = cli.run("import", file.toString(), "--output", "json");
    assertThat(kept.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(kept.jsonLines().getFirst().get("outcome").textValue()).isEqualTo("kept");
    assertThat(kept.jsonLines().getFirst().get("sk").textValue()).isEqualTo("a");
    assertThat(kept.jsonLines().getLast().get("written").asInt()).isEqualTo(1);
    assertThat(kept.out() + kept.err()).doesNotContain("secret");
    assertThat(product.rows().under("MSG#1").getFirst().get("message").s()).startsWith("theirs");

    var replaced = cli.run("import", file.toString(), "--overwrite", "--output", "json");
    assertThat(replaced.exitCode()).isZero();
    assertThat(replaced.json().get("replaced").asInt()).isEqualTo(1);
    assertThat(replaced.json().get("unchanged").asInt()).isEqualTo(1);
    assertThat(product.rows().under("MSG#1").getFirst().get("message").s()).startsWith("ours");
  }

  @Test
  void killedAnywhereItGoesOnUntilEveryRowIsThere() {
    var rows = Rows.messages(700, 20);
    Rows.file(file, rows);
    var killed = 0;

    var running = new Running(cli.start("import", file.toString()));
    for (var count : new int[] {1, 260, 500}) {
      if (running.killOnce(() -> product.rows().all().size() >= count)) {
        killed++;
      }
      running = new Running(cli.start("import", file.toString(), "--resume"));
    }
    running.killOnce(() -> false);

    assertThat(killed).isGreaterThanOrEqualTo(2);
    assertThat(running.process().exitValue()).isZero();
    assertThat(product.rows().all()).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(imported).doesNotExist();
  }

  @Test
  void ctrlCPrintsTheCommandThatGoesOnAndSkipsWhatIsDone() {
    Rows.file(file, Rows.messages(700, 20));

    var running = new Running(cli.start("import", file.toString(), "--concurrency", "4"));
    var said = running.interruptOnce(() -> !product.rows().all().isEmpty());

    assertThat(running.process().exitValue()).isEqualTo(130);
    assertThat(said).startsWith("cruddur: stopped; go on with: bin/cruddur import ");
    var done = product.rows().all().size();
    assertThat(done).isBetween(1, 699);
    var resumed = cli.run(json(Running.goOn(said)));
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.json().get("written").asInt()).isEqualTo(700);
    assertThat(resumed.json().get("unchanged").asInt()).isZero();
    assertThat(product.rows().all()).hasSize(700);
  }

  @Test
  void importOfOtherContentsOrOtherwiseIsNotGoneOnWith() throws IOException {
    Rows.file(file, Rows.messages(700, 20));
    var running = new Running(cli.start("import", file.toString(), "--concurrency", "4"));
    assertThat(running.killOnce(() -> !product.rows().all().isEmpty())).isTrue();

    var overwrite = cli.run("import", file.toString(), "--resume", "--overwrite");
    assertThat(overwrite.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(overwrite.err()).contains("without --overwrite").hasLineCount(1);

    Rows.file(file, Rows.messages(2, 20));
    var contents = cli.run("import", file.toString(), "--resume");
    assertThat(contents.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(contents.err()).contains("other contents").hasLineCount(1);

    assertThat(cli.run("import", file.toString()).exitCode()).isZero();
    var nothing = cli.run("import", file.toString(), "--resume");
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(nothing.err()).contains("leave --resume out").hasLineCount(1);
  }

  @Test
  void inAwsNothingIsWrittenWithoutAYes() throws IOException {
    Rows.file(file, Rows.messages(1, 20));
    try (var aws = Aws.start()) {
      var operator = aws.of(cli, product.stores().dynamoDb().endpoint());

      var asked = operator.run("import", file.toString());
      assertThat(asked.exitCode()).isEqualTo(ExitCode.WRONG_USE);
      assertThat(asked.err()).contains(Aws.ACCOUNT, Aws.REGION, product.tableName(), "1 rows");
      assertThat(product.rows().all()).isEmpty();

      assertThat(operator.run("import", file.toString(), "--yes").exitCode()).isZero();
      assertThat(product.rows().all()).hasSize(1);
    }
  }

  private static String[] json(String... arguments) {
    var more = Arrays.copyOf(arguments, arguments.length + 2);
    more[arguments.length] = "--output";
    more[arguments.length + 1] = "json";
    return more;
  }
}
