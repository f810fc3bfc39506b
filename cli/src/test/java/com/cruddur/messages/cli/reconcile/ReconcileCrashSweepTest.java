package com.cruddur.messages.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.CrashSweep;
import com.cruddur.messages.testing.Failure;
import com.cruddur.messages.testing.Faults.Crash;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `--fix` fails at each single request, in every way, and is run again. Nothing is lost, and
/// nothing is wrong any more.
class ReconcileCrashSweepTest {
  // Reading and mending take some 40 requests.
  private static final Set<Failure> FAILURES =
      Stress.isLongForm()
          ? EnumSet.allOf(Failure.class)
          : EnumSet.of(Failure.KILLED_AFTER, Failure.UNPROCESSED);

  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  @Test
  void everythingIsMendedAndKeptWhateverFails() {
    damage();
    var damaged = product.rows().all();
    var whole = new Reconciler(product, newFolder());
    assertThat(whole.fix()).hasSize(7).allMatch(said -> said.equals(said.mended()));
    var right = product.rows().all();
    var kept = new HashSet<>(whole.keptRows());

    var points = new CrashSweep(product).over(() -> new Mending(damaged, right, kept), FAILURES);
    assertThat(points).isGreaterThanOrEqualTo(60);
  }

  private Path newFolder() {
    try {
      return Files.createTempDirectory(folder, "run");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Mending implements CrashSweep.Work {
    private final List<Map<String, AttributeValue>> right;
    private final Set<String> kept;
    private final Path backup = newFolder();

    private Mending(
        List<Map<String, AttributeValue>> damaged,
        List<Map<String, AttributeValue>> right,
        Set<String> kept) {
      this.right = right;
      this.kept = kept;
      product.rows().putAll(damaged);
    }

    @Override
    public boolean attempt() {
      try {
        new Reconciler(product, backup).fix();
        return true;
      } catch (SdkException e) {
        return false;
      } catch (IllegalStateException e) {
        assertThat(e).hasRootCauseInstanceOf(Crash.class);
        return false;
      }
    }

    @Override
    public void check(List<Boolean> attempts) {
      var rows = product.rows().all();
      // Messages are never touched, and what is removed is kept.
      assertThat(rows).containsAll(right.stream().filter(Mending::isMessage).toList());
      if (attempts.getLast()) {
        var reconciler = new Reconciler(product, backup);
        assertThat(reconciler.find()).isEmpty();
        assertThat(rows).isEqualTo(right);
        assertThat(new HashSet<>(reconciler.keptRows())).isEqualTo(kept);
      }
    }

    private static boolean isMessage(Map<String, AttributeValue> row) {
      return row.get("pk").s().startsWith("MSG#");
    }
  }

  private void damage() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.send(product.bayko, group, "hi");
    product.at(product.now().plusSeconds(60));
    var lost = product.conversation(product.loren, product.bayko, "hello");
    product.send(product.bayko, lost, "hi");
    product.rows().inbox(product.loren.uuid(), lost).forEach(product.rows()::delete);
    product.at(product.now().plusSeconds(60));
    var doubled = product.conversation(product.andrew, product.loren, "hello");
    var other = new HashMap<>(product.rows().inbox(product.loren.uuid(), doubled).getFirst());
    other.put("sk", AttributeValue.fromS("2026-01-01T00:00:00"));
    other.put("pinned", AttributeValue.fromBool(true));
    product.rows().put(other);
    var orphan = UUID.nameUUIDFromBytes(new byte[0]);
    product
        .rows()
        .pythonInboxRow(orphan, product.andrew, product.bayko, "2026-01-01T00:00:00", "x");
    product
        .rows()
        .pythonInboxRow(orphan, product.bayko, product.andrew, "2026-01-01T00:00:00", "x");
  }
}
