package com.cruddur.messages.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.CrashSweep;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `import` fails at each single request, in every way, and goes on with `--resume`.
class ImportCrashSweepTest {
  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyRowIsThereOnceAndNoOtherIsTouchedWhateverFails(boolean overwrite) {
    // A request for each of the nine rows.
    assertThat(new CrashSweep(product).over(() -> new Importing(overwrite)))
        .isGreaterThanOrEqualTo(9 * 8);
  }

  private final class Importing implements CrashSweep.Work {
    private final boolean overwrite;
    private final Path file;
    private final List<Map<String, AttributeValue>> right;
    private final List<Map<String, AttributeValue>> before;

    private Importing(boolean overwrite) {
      this.overwrite = overwrite;
      this.file = folder.resolve(UUID.randomUUID() + ".jsonl");
      var rows = Rows.messages(9, 5);
      Rows.file(file, rows);
      var other = Table.row("GRP#x", "2023-04-01T12:34:56", "message", "not concerned");
      var same = rows.get(2);
      var theirs = Table.row(rows.get(5).get("pk").s(), rows.get(5).get("sk").s(), "message", "t");
      before = List.of(other, same, theirs);
      product.rows().putAll(before);
      right = new ArrayList<>(rows);
      right.add(other);
      if (!overwrite) {
        right.set(5, theirs);
      }
    }

    @Override
    public boolean attempt() {
      try {
        var table = TableIdentity.of(TableIdentity.describe(product.table()));
        var checked = List.of(CheckedFile.check(file, bad -> {}, rows -> {}, () -> false));
        var files =
            Files.exists(Path.of(file + ".imported"))
                ? ImportFiles.resume(checked, table, overwrite)
                : ImportFiles.begin(checked, table, overwrite);
        // One row at a time, so that a point is the same request each time.
        var rows = new Import(new RowPut(product.table(), overwrite), 1, result -> {});
        var counts = files.run(rows, done -> {}, () -> false);
        assertThat(counts.map(ImportCounts::rows)).isEqualTo(Optional.of(9L));
        return true;
      } catch (SdkException e) {
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void check(List<Boolean> attempts) {
      var rows = product.rows().all();
      if (attempts.getLast()) {
        assertThat(rows).containsExactlyInAnyOrderElementsOf(right);
      } else {
        assertThat(rows).allMatch(row -> right.contains(row) || before.contains(row));
        assertThat(rows).hasSizeBetween(before.size(), right.size());
      }
    }
  }
}
