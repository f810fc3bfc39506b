package com.cruddur.messages.cli.ddb;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.Operator;
import com.cruddur.messages.testing.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {
  @RegisterExtension private final Product product = new Product();

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void call() {
    cli = Operator.of(product, folder);
  }

  @Test
  void jsonLinesAreWhatImportTakes() throws IOException {
    product.conversation(product.andrew, product.bayko, "Hello");
    var rows = product.rows().all();
    var file = folder.resolve("rows.jsonl");

    var scan = cli.run("ddb", "scan", "--output", "json");
    Files.writeString(file, scan.out());
    rows.forEach(product.rows()::delete);

    assertThat(cli.run("import", file.toString()).exitCode()).isZero();
    assertThat(product.rows().all()).isEqualTo(rows);
  }

  @Test
  void kindAndNumberOfRowsCanBeNarrowed() {
    product.conversation(product.andrew, product.bayko, "Hello");

    assertThat(rows("--filter", "MSG")).isEqualTo(1);
    assertThat(rows("--filter", "grp")).isEqualTo(2);
    assertThat(rows("--filter", "MBR")).isEqualTo(2);
    assertThat(rows("--filter", "PAIR")).isEqualTo(1);
    assertThat(rows("--filter", "IDM")).isZero();
    assertThat(rows("--limit", "4")).isEqualTo(4);
    assertThat(rows("--limit", "1", "--filter", "GRP")).isEqualTo(1);
    assertThat(cli.run("ddb", "scan", "--limit", "0").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(cli.run("ddb", "scan", "--limit", "-1").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(cli.run("ddb", "scan", "--filter", "X").exitCode()).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void tableHasARowALineAndObeysNothingInIt() {
    product.rows().put("MSG#1", "2023", "message", "red \u001b[31m\nand ".repeat(20));

    var run = cli.run("ddb", "scan");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).hasLineCount(2).contains("MSG#1", "2023", "message=red \\u001b[31m");
    assertThat(run.out()).doesNotContain("\u001b");
    assertThat(run.out().lines()).allMatch(line -> line.length() < 300);
  }

  @Test
  void whoHasSeenEnoughEndsIt() throws IOException, InterruptedException {
    for (var i = 0; i < 300; i++) {
      product.rows().put("MSG#1", "%03d".formatted(i), "message", "x".repeat(1000));
    }

    var scan = cli.start("ddb", "scan", "--output", "json");
    try (var out =
        new BufferedReader(
            new InputStreamReader(scan.getInputStream(), StandardCharsets.UTF_8), 16)) {
      assertThat(out.readLine()).startsWith("{\"Item\":");
    }

    assertThat(scan.waitFor()).isZero();
    assertThat(scan.getErrorStream().readAllBytes()).isEmpty();
  }

  private long rows(String... options) {
    var arguments = new String[options.length + 4];
    System.arraycopy(options, 0, arguments, 4, options.length);
    arguments[0] = "ddb";
    arguments[1] = "scan";
    arguments[2] = "--output";
    arguments[3] = "json";
    return cli.run(arguments).out().lines().count();
  }
}
