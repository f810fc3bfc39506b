package com.cruddur.messages.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Faults.Crash;
import com.cruddur.messages.testing.Product;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `--fix` dies before or after each of its changes; then it is run again. Nothing is lost, and
/// nothing is wrong any more.
class CrashTest {
  private static final Set<String> CHANGES =
      Set.of("TransactWriteItems", "PutItem", "DeleteItem", "UpdateItem");

  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  private enum When {
    BEFORE,
    AFTER
  }

  @Test
  void aCrashAtAnyChangeLosesNothing() {
    damage();
    var damaged = product.rows().all();
    var reconciler = new Reconciler(product, folder.resolve("whole"));
    folder.resolve("whole").toFile().mkdir();
    assertThat(reconciler.fix()).hasSize(7).allMatch(said -> said.equals(said.mended()));
    var right = product.rows().all();
    var kept = new HashSet<>(reconciler.keptRows());

    var crashes = 0;
    for (var when : When.values()) {
      for (var point = 0; ; point++) {
        reset(damaged);
        var crashing = new Reconciler(product, folder.resolve(when + "-" + point));
        folder.resolve(when + "-" + point).toFile().mkdir();
        if (!crashes(when, point, crashing)) {
          break;
        }
        crashes++;
        crashing.fix();
        assertThat(crashing.find()).isEmpty();
        assertThat(product.rows().all()).isEqualTo(right);
        assertThat(new HashSet<>(crashing.keptRows())).isEqualTo(kept);
      }
    }
    // A change for each finding, and one more for the orphan's second row, before and after each.
    assertThat(crashes).isGreaterThanOrEqualTo(14);
  }

  private boolean crashes(When when, int point, Reconciler reconciler) {
    var changes = new AtomicInteger();
    product.faults.inject(
        call -> {
          if (!CHANGES.contains(call.operation()) || changes.getAndIncrement() != point) {
            return call.send();
          }
          if (when == When.AFTER) {
            var body = call.send().responseBody();
            if (body.isPresent()) {
              body.get().close();
            }
          }
          throw new Crash();
        });
    try {
      if (changesOf(reconciler) <= point) {
        return false;
      }
      throw new AssertionError("it survived its crash");
    } catch (IllegalStateException e) {
      assertThat(e).hasRootCauseInstanceOf(Crash.class);
      return true;
    } finally {
      product.faults.none();
    }
  }

  private int changesOf(Reconciler reconciler) {
    reconciler.fix();
    return (int) product.faults.operations().stream().filter(CHANGES::contains).count();
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

  private void reset(List<Map<String, AttributeValue>> rows) {
    product.rows().all().forEach(product.rows()::delete);
    rows.forEach(product.rows()::put);
  }
}
