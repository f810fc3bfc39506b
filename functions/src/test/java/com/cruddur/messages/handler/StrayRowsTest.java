package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rows that nobody should have written, and that stop nobody.
class StrayRowsTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void aRowDatedBefore1970DoesNotStopTheStream() {
    var group = UUID.randomUUID();
    product.rows().pythonInboxRow(group, product.andrew, product.bayko, "0001-01-01T00:00:00", "a");
    product.rows().pythonInboxRow(group, product.bayko, product.andrew, "2026-05-01T00:00:00", "a");
    assertThat(product.stream(Stream.message(group, "2026-06-01T00:00:00", "new"))).isEmpty();
    assertThat(product.shown(group)).hasSize(2).containsOnly("new");
  }

  @Test
  void aConversationDatedBefore1970GoesOn() {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, product.andrew, product.bayko, "0001-01-01T00:00:00", "a");
    assertThat(product.send(product.andrew, group, "x").status()).isEqualTo(200);
    assertThat(product.conversation(product.bayko, product.andrew, "y")).isEqualTo(group);
    assertThat(product.list(product.andrew, group).all("message")).containsExactly("x", "y");
  }

  @Test
  void aMessageAtTheEndOfTimeDoesNotStopTheConversation() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.rows().pythonMessage(group, product.bayko, "9999-12-31T23:59:59.999999", "last");
    assertThat(product.send(product.andrew, group, "x").status()).isEqualTo(200);
  }

  @Test
  void aKeyThatIsNoTimeDoesNotBreakTheOrder() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.rows().put("MSG#" + group, "~note", "message", "x");
    product.at("2026-05-04T10:00:02Z");
    product.send(product.andrew, group, "from a clock ahead");
    product.at("2026-05-04T10:00:01Z");
    product.send(product.bayko, group, "from a clock behind");
    assertThat(product.list(product.andrew, group).all("message"))
        .containsExactly("hello", "from a clock ahead", "from a clock behind");
  }

  @Test
  void aKeyOfAnyLengthHidesNothing() {
    var group = product.conversation(product.andrew, product.bayko, "one");
    product.rows().put("MSG#" + group, "2026-05-04T11 " + "x".repeat(1_010), "message", "x");
    product.at("2026-05-04T12:00:00Z");
    product.send(product.andrew, group, "two");
    var page = product.list(product.andrew, group, Map.of("limit", "2"));
    assertThat(page.all("message")).containsExactly("two");
    var next = product.list(product.andrew, group, page.link("next").orElseThrow());
    assertThat(next.all("message")).containsExactly("one");
  }

  @Test
  void aRowWithManyAttributesIsMovedWithAllOfThem() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var row = new HashMap<>(product.rows().inbox(product.andrew.uuid(), group).getFirst());
    for (var i = 0; i < 320; i++) {
      row.put("x" + i, AttributeValue.fromN("1"));
    }
    product.rows().put(row);
    assertThat(product.stream(Stream.message(group, "2026-06-01T00:00:00", "new"))).isEmpty();
    assertThat(product.rows().inbox(product.andrew.uuid(), group).getFirst())
        .hasSameSizeAs(row)
        .containsEntry("message", AttributeValue.fromS("new"));
  }

  @Test
  void moreDoublesThanATransactionHoldsDoNotStopTheStream() {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, product.andrew, product.bayko, "2026-05-01T00:00:00", "a");
    for (var i = 0; i < 150; i++) {
      var at = "2026-04-01T00:00:00.%06d".formatted(i + 1);
      product.rows().pythonInboxRow(group, product.andrew, product.bayko, at, "a");
    }
    assertThat(product.stream(Stream.message(group, "2026-06-01T00:00:00", "new"))).isEmpty();
    assertThat(product.stream(Stream.message(group, "2026-06-02T00:00:00", "newer"))).isEmpty();
    assertThat(product.shown(group)).hasSize(2).containsOnly("newer");
  }
}
