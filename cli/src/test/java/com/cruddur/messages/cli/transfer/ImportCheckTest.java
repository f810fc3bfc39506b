package com.cruddur.messages.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.Operator;
import com.cruddur.messages.testing.Product;
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

class ImportCheckTest {
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
  void badLinesAreNamedAndNothingIsWritten() throws IOException {
    var good = "{\"pk\":{\"S\":\"MSG#1\"},\"sk\":{\"S\":\"a\"}}";
    var lines =
        List.of(
            good,
            "{\"Item\":{\"pk\":{\"S\":\"secret\"}}}",
            "{\"Item\":{\"pk\":{\"S\":\"\"},\"sk\":{\"S\":\"a\"}}}",
            "{\"Item\":{\"pk\":{\"N\":\"1\"},\"sk\":{\"S\":\"a\"}}}",
            "",
            "{\"Item\":{\"pk\":{\"S\":\"MSG#secret",
            "secret",
            good + good,
            "{\"pk\":{\"S\":\"a\"},\"pk\":{\"S\":\"b\"},\"sk\":{\"S\":\"a\"}}",
            good.replace("}}", "},\"message_group_uuid\":{\"S\":\"g\"}}"),
            good.replace("}}", "},\"m\":{\"S\":\"" + "x".repeat(410_000) + "\"}}"),
            good.replace("\"a\"", "\"" + "x".repeat(1025) + "\""),
            good.replace("}}", "},\"m\":{\"S\":1}}"),
            " ".repeat(5_000_000) + "x",
            "[]");
    Files.write(file, lines);

    var run = cli.run("import", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("secret").contains("13 lines hold no row");
    assertThat(run.err().lines())
        .anyMatch(line -> line.contains("rows.jsonl, line 2: sk: expected text"))
        .anyMatch(line -> line.contains("line 3: pk: expected text that is not empty"))
        .anyMatch(line -> line.contains("line 4: pk: expected text"))
        .anyMatch(line -> line.contains("line 6: expected one JSON object"))
        .anyMatch(line -> line.contains("line 7: expected one JSON object"))
        .anyMatch(line -> line.contains("line 8: expected one JSON object"))
        .anyMatch(line -> line.contains("line 9: expected one JSON object that has no name twice"))
        .anyMatch(line -> line.contains("line 10: message_group_uuid: expected in rows of GRP#"))
        .anyMatch(line -> line.contains("line 11: expected a row of at most 400 KB"))
        .anyMatch(line -> line.contains("line 12: sk: expected at most 1024 bytes"))
        .anyMatch(line -> line.contains("line 13: m.S: expected text, found a number"))
        .anyMatch(line -> line.contains("line 14: expected a row of at most 400 KB"))
        .anyMatch(line -> line.contains("line 15: expected an object of attributes"))
        .noneMatch(line -> line.contains("line 1:") || line.contains("line 5:"));
    assertThat(product.rows().all()).isEmpty();
    assertThat(imported).doesNotExist();
  }

  @Test
  void fileThatIsCutOffOrMissingOrNoTextIsNamed() throws IOException {
    var whole = folder.resolve("whole.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      out.write(OF_AWS.repeat(100).getBytes(StandardCharsets.UTF_8));
    }
    var cut = folder.resolve("cut.gz");
    var bytes = Files.readAllBytes(whole);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 9));
    Files.write(file, new byte[] {'{', (byte) 0xff, '}'});

    var gzip = cli.run("import", cut.toString());
    var missing = cli.run("import", folder.resolve("none.jsonl").toString());
    var binary = cli.run("import", file.toString());

    assertThat(gzip.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(gzip.err()).contains("cut.gz, line", "cut off or damaged");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(missing.err()).contains("none.jsonl").hasLineCount(1);
    assertThat(binary.err()).contains("line 1: expected UTF-8");
    assertThat(product.rows().all()).isEmpty();
  }
}
