package com.cruddur.messages.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Product;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What healthy conversations cost: nearly all are.
class CostTest {
  private static final int GROUPS = 60;

  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  @Test
  void aHealthyConversationCostsOneQueryAndItsRowsASharedRequest() {
    for (var i = 0; i < GROUPS; i++) {
      // Each has a microsecond of its own.
      product.at(product.now().plusSeconds(1));
      product.conversation(product.andrew, product.person("P"), "hello");
    }
    product.faults.none();
    assertThat(new Reconciler(product, folder).find()).isEmpty();
    var operations = product.faults.operations();
    // Two segments, a page each.
    assertThat(Collections.frequency(operations, "Scan")).isEqualTo(2);
    assertThat(Collections.frequency(operations, "Query")).isEqualTo(GROUPS);
    // 120 rows, a hundred a request.
    assertThat(Collections.frequency(operations, "BatchGetItem")).isBetween(2, 3);
    assertThat(operations).hasSizeLessThanOrEqualTo(GROUPS + 5);
  }
}
