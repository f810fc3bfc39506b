package com.cruddur.messages.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Interruption;
import com.cruddur.messages.cli.testing.Aws;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.Operator;
import com.cruddur.messages.testing.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReconcileCommandTest {
  private static final String LONG_AGO = "2026-01-01T00:00:00.000001+00:00";

  @RegisterExtension private final Product product = new Product();

  @TempDir private Path folder;
  private Cli cli;
  private UUID group;

  // In the past of the command's clock, whatever that says.
  @BeforeEach
  void talk() {
    cli = Operator.of(product, folder);
    product.at("2026-01-01T00:00:00Z");
    group = product.conversation(product.andrew, product.bayko, "hello");
  }

  @Test
  void saysThatNothingIsWrong() {
    var run = cli.run("reconcile");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("1 conversations, 2 inbox rows").endsWith("nothing is wrong\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void saysWhatIsWrongAndHowItIsMended() {
    lose();
    var before = product.rows().all();

    var run = cli.run("reconcile");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.out().lines())
        .anyMatch(
            line ->
                line.matches(
                    "MISSING +%s +%s +found +a member has no row"
                        .formatted(product.andrew.uuid(), group)));
    assertThat(run.out()).endsWith("1 MISSING; bin/cruddur reconcile --fix mends\n");
    assertThat(product.rows().all()).isEqualTo(before);
  }

  @Test
  void mendsAndLooksUpNamesInTheDatabase() {
    lose();

    var run = cli.run("reconcile", "--fix");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).endsWith("1 MISSING; 1 mended, 0 left\n");
    assertThat(product.inbox(product.andrew).all("handle")).containsExactly(product.bayko.handle());
    assertThat(cli.run("reconcile").exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatCannotBeMendedIsAProblemWithAdvice() {
    lose();

    var run = cli.with("DATABASE_URL", "").run("reconcile", "--fix", "--output", "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    var lines = run.jsonLines();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().get("outcome").textValue()).isEqualTo("left");
    assertThat(lines.getFirst().get("advice").textValue()).contains("DATABASE_URL");
    assertThat(lines.getLast().at("/summary/left").intValue()).isEqualTo(1);
    assertThat(lines.getLast().at("/summary/complete").booleanValue()).isTrue();
  }

  @Test
  void saysWhereTheRowsAreThatItRemoved() throws IOException {
    product
        .rows()
        .pythonInboxRow(UUID.randomUUID(), product.andrew, product.bayko, LONG_AGO, "secret");

    var run = cli.run("reconcile", "--fix");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    try (var files = Files.list(folder)) {
      var kept = files.toList();
      assertThat(kept).hasSize(1);
      assertThat(run.err()).contains(kept.getFirst().getFileName().toString());
      assertThat(Files.readString(kept.getFirst())).contains("secret");
    }
    assertThat(run.out() + run.err()).doesNotContain("secret");
  }

  @Test
  void whereARowCannotBeKeptNothingIsRemoved() {
    product.rows().pythonInboxRow(UUID.randomUUID(), product.andrew, product.bayko, LONG_AGO, "x");
    var before = product.rows().all();

    var run = cli.run("reconcile", "--fix", "--backup", "no/such/folder/rows.jsonl");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.err()).contains("no/such/folder/rows.jsonl").hasLineCount(1);
    assertThat(product.rows().all()).isEqualTo(before);
  }

  @Test
  void asksBeforeItMendsInAws() throws IOException {
    try (var aws = Aws.start()) {
      var there = aws.of(cli, product.stores().dynamoDb().endpoint());
      lose();

      assertThat(there.run("reconcile").exitCode()).isEqualTo(ExitCode.PROBLEMS);
      var unasked = there.run("reconcile", "--fix");
      assertThat(unasked.exitCode()).isEqualTo(ExitCode.WRONG_USE);
      assertThat(unasked.err()).contains(product.tableName(), Aws.ACCOUNT).hasLineCount(1);
      assertThat(there.run("reconcile", "--fix", "--yes").exitCode()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void refusesWhatIsNoNumberOfAnything() {
    assertThat(cli.run("reconcile", "--segments", "0").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(cli.run("reconcile", "--segments", "33").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(cli.run("reconcile", "--settle", "-1").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(cli.run("reconcile", "--table", "none-such").exitCode())
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(cli.run("reconcile", "--endpoint", "http://127.0.0.1:1").exitCode())
        .isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void endsCleanlyWhenItIsStopped() throws IOException, InterruptedException {
    for (var i = 0; i < 20; i++) {
      // Each has a microsecond of its own.
      product.at(product.now().plusSeconds(1));
      product.conversation(product.andrew, product.person("P"), "hello");
      // Something to say all along.
      product.rows().put("GRP#nobody-" + i, LONG_AGO);
    }
    // So slowly that it would wait for minutes before its next request.
    var process = cli.start("reconcile", "--rcu", "0.01");
    try (var out = process.inputReader();
        var err = process.errorReader()) {
      assertThat(out.readLine()).startsWith("kind");
      // Not the process's own destroy, which closes what it said.
      process.toHandle().destroy();
      // Sooner than whatever does not end by itself is ended.
      assertThat(process.waitFor(Interruption.PATIENCE.toSeconds() - 5, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(err.readLine()).contains("run it again");
    }
  }

  @Test
  void problemsCountAlsoWhereNobodyReadsThem() {
    lose();
    var full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full));

    assertThat(cli.runInto(full, "reconcile").exitCode()).isEqualTo(ExitCode.PROBLEMS);
  }

  private void lose() {
    product.rows().inbox(product.andrew.uuid(), group).forEach(product.rows()::delete);
  }
}
