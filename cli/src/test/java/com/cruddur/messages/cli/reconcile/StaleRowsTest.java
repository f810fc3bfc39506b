package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.cli.reconcile.Kind.DOUBLED;
import static com.cruddur.messages.cli.reconcile.Kind.KEY_FORM;
import static com.cruddur.messages.cli.reconcile.Kind.STALE;
import static com.cruddur.messages.cli.reconcile.Reconciler.Said.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rows that are there, and wrong: they show something else than the newest message, stand
/// elsewhere, or twice.
class StaleRowsTest {
  private static final String AT = "2026-05-04T10:00:00.123456+00:00";

  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  private Reconciler reconciler;
  private UUID group;
  private Map<String, AttributeValue> right;

  @BeforeEach
  void talk() {
    reconciler = new Reconciler(product, folder);
    var now = product.now();
    product.at("2026-05-03T10:00:00Z");
    product.conversation(product.loren, product.andrew, "another one");
    product.at(now);
    group = product.conversation(product.andrew, product.bayko, "hello");
    var row = new HashMap<>(product.rows().inbox(product.andrew.uuid(), group).getFirst());
    row.put("pinned", AttributeValue.fromBool(true));
    product.rows().put(row);
    right = row;
  }

  @Test
  void nothingIsWrongWithWhatTheServiceWrites() {
    product.send(product.bayko, group, "hi");
    product.streamMessages(group);
    assertThat(reconciler.find()).isEmpty();
    var before = product.rows().all();
    assertThat(reconciler.fix()).isEmpty();
    assertThat(product.rows().all()).isEqualTo(before);
    assertThat(reconciler.keptRows()).isEmpty();
  }

  @Test
  void aRowThatShowsAnOlderMessageIsStale() {
    product.send(product.bayko, group, "hi");
    assertThat(reconciler.find())
        .containsExactlyInAnyOrder(
            found(STALE, product.andrew, group), found(STALE, product.bayko, group));
    assertThat(reconciler.fix())
        .containsExactlyInAnyOrder(
            found(STALE, product.andrew, group).mended(),
            found(STALE, product.bayko, group).mended());
    assertThat(reconciler.find()).isEmpty();
    assertThat(product.shown(group)).containsExactly("hi", "hi");
    assertThat(product.rows().inbox(product.andrew.uuid(), group).getFirst())
        .containsEntry("pinned", AttributeValue.fromBool(true))
        .containsEntry("sk", product.rows().messages(group).getLast().get("sk"));
  }

  @Test
  void aMessageOnItsWayIntoTheInboxesIsNotFoundButCounts() {
    product.send(product.bayko, group, "hi");
    assertThat(reconciler.after(Duration.ofSeconds(9)).find()).isEmpty();
    assertThat(reconciler.after(Duration.ofSeconds(11)).find()).hasSize(2);
  }

  @Test
  void whatIsOnItsWayIsStaleWhereItShowsWhatNobodySent() {
    product.at(product.now().plusSeconds(3600));
    product.send(product.bayko, group, "hi");
    damage("message", "hello?");
    assertThat(reconciler.after(Duration.ofSeconds(1)).find())
        .containsExactly(found(STALE, product.andrew, group));
    reconciler.fix();
    // As pattern E is about to show it.
    assertThat(product.shown(group)).containsExactly("hi", "hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message=hello?",
        "sk=2026-05-04T10:00:00.123455+00:00",
        "sk=2027-05-04T10:00:00.123456+00:00",
        "sk=yesterday",
        "last_message_at=2026-05-04T10:00:00.123455+00:00",
        "last_message_at=yesterday",
        "sk=2026-05-04T10:00:00.123557+00:00,last_message_at=" + AT,
        "sk=2026-05-04T10:00:00.123455+00:00,last_message_at=" + AT
      })
  void aRowThatShowsWhatNobodySentOrStandsElsewhereIsPutRight(String damage) {
    damage(damage.split("[=,]"));
    assertMended(STALE);
  }

  @Test
  void aRowWithoutATextIsPutRight() {
    damage("message", null);
    assertMended(STALE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04T10:00:00.123456",
        "2026-05-04T15:30:00.123456+05:30",
        "2026-05-04T10:00:00.123456Z",
        "2026-05-04T10:00:00.123456000+00:00"
      })
  void aKeyInAnotherFormIsPutRight(String key) {
    damage("sk", key);
    assertMended(KEY_FORM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-04T11:00:00", "2026-05-04T11:00:00+00:00"})
  void aKeyWithoutFractionIsPutRight(String key) {
    product.at("2026-05-04T11:00:00Z");
    product.send(product.bayko, group, "hi");
    product.streamMessages(group);
    right = new HashMap<>(product.rows().inbox(product.andrew.uuid(), group).getFirst());
    damage("sk", key);
    assertMended(KEY_FORM);
  }

  // It gave way when its message came, and stays where it is.
  @ParameterizedTest
  @ValueSource(strings = {"123457", "123556"})
  void aRowALittleBehindItsMessageIsRight(String micros) {
    damage("sk", "2026-05-04T10:00:00." + micros + "+00:00", "last_message_at", AT);
    assertThat(reconciler.find()).isEmpty();
  }

  @Test
  void aRowWhosePlaceIsTakenStandsBehindIt() {
    damage("sk", "2026-05-04T10:00:00.123456");
    product.rows().pythonGroup(UUID.randomUUID(), product.andrew, product.loren, AT, "there first");
    reconciler.fix();
    assertThat(product.rows().inbox(product.andrew.uuid(), group).getFirst())
        .containsEntry("sk", AttributeValue.fromS("2026-05-04T10:00:00.123457+00:00"))
        .containsEntry("last_message_at", AttributeValue.fromS(AT));
    assertThat(reconciler.find()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04T09:00:00.000000+00:00",
        "2026-05-04T10:00:00.123456",
        "2026-05-04T10:00:00.123457+00:00",
        "2027-01-01T00:00:00.000000+00:00"
      })
  void doubledRowsBecomeOneThatHasWhatEitherHad(String key) {
    var other = new HashMap<>(right);
    other.put("sk", AttributeValue.fromS(key));
    other.put("muted", AttributeValue.fromBool(true));
    product.rows().put(other);
    right.put("muted", AttributeValue.fromBool(true));
    assertMended(DOUBLED);
  }

  @Test
  void moreDoublesThanATransactionHoldsBecomeOne() {
    for (var i = 0; i < 250; i++) {
      var other = new HashMap<>(right);
      other.put("sk", AttributeValue.fromS("2026-04-01T00:00:00.%06d".formatted(i + 1)));
      product.rows().put(other);
    }
    assertMended(DOUBLED);
  }

  // By its letters it comes before them all, and no page of the newest keys has it.
  @Test
  void theNewestMessageByTimeCountsWhereverItsKeyStands() {
    var old = UUID.randomUUID();
    product.rows().pythonMessage(old, product.andrew, "2026-05-02T01:00:00.000001-05:00", "last");
    for (var minute = 10; minute < 60; minute++) {
      var at = "2026-05-02T05:%d:00.000001+00:00".formatted(minute);
      product.rows().pythonMessage(old, product.loren, at, "before");
    }
    var newest = "2026-05-02T06:00:00.000001+00:00";
    product.rows().pythonInboxRow(old, product.andrew, product.loren, newest, "last");
    product
        .rows()
        .pythonInboxRow(
            old, product.loren, product.andrew, "2026-05-02T05:59:00.000001+00:00", "before");
    assertThat(reconciler.fix()).containsExactly(found(STALE, product.loren, old).mended());
    assertThat(product.shown(old)).containsExactly("last", "last");
    assertThat(reconciler.find()).isEmpty();
  }

  private void damage(String... namesAndValues) {
    var row = new HashMap<>(right);
    for (var i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null) {
        row.remove(namesAndValues[i]);
      } else {
        row.put(namesAndValues[i], AttributeValue.fromS(namesAndValues[i + 1]));
      }
    }
    product.rows().delete(right);
    product.rows().put(row);
  }

  private void assertMended(Kind kind) {
    var expected = found(kind, product.andrew, group);
    assertThat(reconciler.find()).containsExactly(expected);
    assertThat(reconciler.fix()).containsExactly(expected.mended());
    assertThat(reconciler.find()).isEmpty();
    assertThat(product.rows().inbox(product.andrew.uuid(), group)).isEqualTo(List.of(right));
  }
}
