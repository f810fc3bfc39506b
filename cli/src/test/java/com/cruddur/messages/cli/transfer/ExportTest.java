package com.cruddur.messages.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.Operator;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.testing.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final int LENGTH = 100_000;

  @RegisterExtension private final Product product = new Product();

  @TempDir private Path folder;
  private Cli cli;
  private Path file;
  private Path part;
  private Path checkpoint;

  @BeforeEach
  void call() {
    cli = Operator.of(product, folder);
    file = folder.resolve("it's rows.jsonl");
    part = folder.resolve("it's rows.jsonl.part");
    checkpoint = folder.resolve("it's rows.jsonl.checkpoint");
  }

  @Test
  void everyRowIsInTheFileAsItIsAndOnlyItsOwnerReadsIt() throws IOException {
    Rows.ofEveryKind().forEach(product.rows()::put);

    var run = cli.run("export", file.toString(), "--output", "json");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().get("rows").asInt()).isEqualTo(7);
    assertThat(Rows.in(file)).containsExactlyInAnyOrderElementsOf(product.rows().all());
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
  }

  @Test
  void aPartThatOthersMayReadIsMadeAnew() throws IOException {
    var part = Files.createFile(ExportFile.part(file));
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(cli.run("export", file.toString()).exitCode()).isZero();
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aDiskThatIsFullIsNoEndOfTheTable() {
    Rows.ofEveryKind().forEach(product.rows()::put);
    var full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full));

    for (var command : List.of("export -", "ddb scan", "ddb scan --output json")) {
      var run = cli.runInto(full, command.split(" "));
      assertThat(run.exitCode()).as(command).isEqualTo(ExitCode.PROBLEMS);
      assertThat(run.err()).contains("standard output takes no more").hasLineCount(1);
    }
  }

  @Test
  void standardOutputHasTheRowsAndNothingElse() {
    Rows.ofEveryKind().forEach(product.rows()::put);

    var run = cli.run("export", "-", "--output", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().map(ItemLine::parse))
        .containsExactlyInAnyOrderElementsOf(product.rows().all());
    assertThat(cli.run("export", "-", "--resume").exitCode()).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void fileThatIsThereStaysUnlessTold() throws IOException {
    Files.writeString(file, "precious");

    var refused = cli.run("export", file.toString());
    assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(refused.err()).contains("is there already", "--overwrite").hasLineCount(1);
    assertThat(file).hasContent("precious");

    assertThat(cli.run("export", file.toString(), "--overwrite").exitCode()).isZero();
    assertThat(file).isEmptyFile();
  }

  @Test
  void killedAnywhereItGoesOnWithoutLosingOrDoublingARow() {
    var rows = Rows.messages(90, LENGTH);
    Rows.put(product.rows(), rows, LENGTH);
    var killed = 0;

    var running = start("--segments", "2");
    while (killed < 50 && running.killOnce(isWritten(part.toFile().length() + 1))) {
      killed++;
      running = start("--resume");
    }

    assertThat(killed).isGreaterThanOrEqualTo(3);
    assertThat(running.process().exitValue()).isZero();
    assertThat(Rows.in(file)).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
  }

  @Test
  void whatTheCheckpointDoesNotCountIsCutOff() throws IOException {
    Rows.put(product.rows(), Rows.messages(30, LENGTH), LENGTH);
    assertThat(start("--segments", "1").killOnce(isWritten(1))).isTrue();
    // More than is still to come.
    Files.writeString(part, "torn".repeat(LENGTH * 10), StandardOpenOption.APPEND);

    var resumed = cli.run("export", file.toString(), "--resume");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(Rows.in(file)).containsExactlyInAnyOrderElementsOf(product.rows().all());
  }

  @Test
  void ctrlCPrintsTheCommandThatGoesOn() {
    var rows = Rows.messages(60, LENGTH);
    Rows.put(product.rows(), rows, LENGTH);

    var running = start("--segments", "3");
    var said = running.interruptOnce(isWritten(1));

    assertThat(running.process().exitValue()).isEqualTo(130);
    assertThat(said).startsWith("cruddur: stopped; go on with: bin/cruddur export ");
    assertThat(file).doesNotExist();
    var resumed = cli.run(Running.goOn(said));
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(Rows.in(file)).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void unfinishedExportIsNeitherForgottenNorMixedWithAnother() {
    Rows.put(product.rows(), Rows.messages(30, LENGTH), LENGTH);
    assertThat(start("--segments", "1").killOnce(isWritten(1))).isTrue();
    var other = "other-" + UUID.randomUUID();
    product.client().createTable(MessagesTableSchema.createTable(other));

    var anew = cli.run("export", file.toString());
    var segments = cli.run("export", file.toString(), "--resume", "--segments", "2");
    var table = cli.run("export", file.toString(), "--resume", "--table", other);

    assertThat(anew.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(anew.err()).contains("--resume", "--overwrite").hasLineCount(1);
    assertThat(segments.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(segments.err()).contains("--segments 1").hasLineCount(1);
    assertThat(table.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(table.err()).contains(product.tableName(), other).hasLineCount(1);

    assertThat(cli.run("export", file.toString(), "--overwrite", "--table", other).exitCode())
        .isZero();
    assertThat(file).isEmptyFile();
    assertThat(checkpoint).doesNotExist();
    product.client().deleteTable(request -> request.tableName(other));
  }

  @Test
  void whatCannotBeDoneIsSaidBeforeAnythingIsRead() {
    var nowhere = cli.run("export", folder.resolve("none/rows.jsonl").toString());
    var noTable = cli.run("export", file.toString(), "--table", "no-such-table");
    var nothing = cli.run("export", file.toString(), "--resume");
    var segments = cli.run("export", file.toString(), "--segments", "0");
    var unreachable = cli.run("export", file.toString(), "--endpoint", "http://127.0.0.1:1");

    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(nowhere.err()).contains("there is no folder").hasLineCount(1);
    assertThat(noTable.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(nothing.err()).contains("leave --resume out").hasLineCount(1);
    assertThat(segments.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(unreachable.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(folder).isEmptyDirectory();
  }

  // Slow enough to be stopped between two pages of 1 MB.
  private Running start(String... options) {
    var arguments = new String[options.length + 4];
    System.arraycopy(options, 0, arguments, 4, options.length);
    arguments[0] = "export";
    arguments[1] = file.toString();
    arguments[2] = "--rcu";
    arguments[3] = "700";
    return new Running(cli.start(arguments));
  }

  private BooleanSupplier isWritten(long bytes) {
    return () -> part.toFile().length() >= bytes;
  }
}
