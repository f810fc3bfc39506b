package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.cli.reconcile.Kind.DOUBLED;
import static com.cruddur.messages.cli.reconcile.Kind.MISSING;
import static com.cruddur.messages.cli.reconcile.Kind.STALE;
import static com.cruddur.messages.cli.reconcile.Reconciler.Said.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Faults.Call;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Whoever comes between a reading and the change that follows it.
class RacesTest {
  private static final Predicate<Call> IS_CHANGE =
      call -> call.operation().equals("TransactWriteItems");

  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  private Reconciler reconciler;
  private Person andrew;
  private Person bayko;
  private UUID group;

  @BeforeEach
  void talk() {
    reconciler = new Reconciler(product, folder);
    andrew = product.andrew;
    bayko = product.bayko;
    group = product.conversation(andrew, bayko, "hello");
    product.send(bayko, group, "hi");
  }

  @Test
  void aMessageThatWasMovedMeanwhileIsNotMovedBack() {
    before(
        IS_CHANGE,
        1,
        () -> {
          product.send(andrew, group, "newer");
          product.streamMessages(group);
        });
    assertThat(reconciler.fix()).hasSize(2).allMatch(said -> said.equals(said.mended()));
    assertOneRowEach("newer");
  }

  @Test
  void aMessageThatIsMovedLaterIsShownAlready() {
    before(IS_CHANGE, 1, () -> product.send(andrew, group, "newer"));
    reconciler.fix();
    assertOneRowEach("newer");
    var rows = product.rows().all();
    product.streamMessages(group);
    assertThat(product.rows().all()).isEqualTo(rows);
  }

  @Test
  void whatPatternEDoesBetweenTwoReadingsIsNotFound() {
    // The quick look, the first reading, the second.
    before(Call::readsIndex, 3, () -> product.streamMessages(group));
    assertThat(reconciler.fix()).isEmpty();
    assertOneRowEach("hi");
  }

  @Test
  void aMessageThatComesWhileALostRowIsPutBackIsShownInIt() {
    product.streamMessages(group);
    lose(bayko);
    before(
        IS_CHANGE,
        1,
        () -> {
          product.send(andrew, group, "newer");
          // Pattern E meets one row only, and nobody tells it again.
          product.streamMessages(group);
        });
    assertThat(reconciler.fix()).containsExactly(found(MISSING, bayko, group).mended());
    assertOneRowEach("newer");
  }

  @Test
  void aLostRowThatPatternDPutsBackFirstIsNotDoubled() {
    group = pythonGroup();
    lose(bayko);
    before(IS_CHANGE, 1, () -> product.send(andrew, bayko, "is there anybody"));
    assertThat(reconciler.fix()).containsExactly(found(MISSING, bayko, group).mended());
    assertOneRowEach("is there anybody");
  }

  // It has looked before we put the row back, and puts another behind it: seen by the next run, and
  // mended by the next message.
  @Test
  void aLostRowThatPatternDPutsBackAfterUsIsFoundTheNextTime() {
    group = pythonGroup();
    lose(bayko);
    before(
        IS_CHANGE,
        1,
        () -> assertThat(reconciler.fix()).extracting(Reconciler.Said::kind).contains(MISSING));
    product.send(andrew, bayko, "is there anybody");
    product.streamMessages(group);
    assertThat(reconciler.find()).isEmpty();
    assertOneRowEach("is there anybody");
  }

  @Test
  void twoOperatorsMendWithoutHarm() {
    lose(bayko);
    var row = product.rows().inbox(andrew.uuid(), group).getFirst();
    product
        .rows()
        .pythonInboxRow(group, andrew, bayko, row.get("sk").s().replace("2026", "2027"), "x");
    before(
        IS_CHANGE,
        1,
        () ->
            assertThat(new Reconciler(product, folder).fix())
                .containsExactlyInAnyOrder(
                    found(DOUBLED, andrew, group).mended(), found(MISSING, bayko, group).mended()));
    assertThat(reconciler.fix())
        .containsExactlyInAnyOrder(
            found(DOUBLED, andrew, group).mended(), found(MISSING, bayko, group).mended());
    assertOneRowEach("hi");
  }

  @Test
  void twoOperatorsRemoveAnOrphanOnce() {
    var orphan = UUID.randomUUID();
    product.streamMessages(group);
    product.rows().pythonInboxRow(orphan, andrew, bayko, "2026-05-01T00:00:00", "x");
    before(
        call -> call.operation().equals("DeleteItem"),
        1,
        () -> assertThat(new Reconciler(product, folder).fix()).hasSize(1));
    assertThat(reconciler.fix()).containsExactly(found(Kind.ORPHANED, andrew, orphan).mended());
    assertThat(product.rows().inbox(andrew.uuid(), orphan)).isEmpty();
    assertThat(reconciler.find()).isEmpty();
  }

  @Test
  void anOrphanThatChangesBeforeItIsRemovedIsKeptAsItIsThen() {
    var orphan = UUID.randomUUID();
    product.streamMessages(group);
    product.rows().pythonInboxRow(orphan, andrew, bayko, "2026-05-01T00:00:00", "x");
    var row = new HashMap<>(product.rows().inbox(andrew.uuid(), orphan).getFirst());
    row.put("user_display_name", AttributeValue.fromS("Renamed"));
    before(call -> call.operation().equals("DeleteItem"), 1, () -> product.rows().put(row));
    assertThat(reconciler.fix()).containsExactly(found(Kind.ORPHANED, andrew, orphan).mended());
    assertThat(reconciler.keptRows().getLast()).contains("Renamed");
    assertThat(product.rows().inbox(andrew.uuid(), orphan)).isEmpty();
  }

  @Test
  void aMessageIntoAnOrphanPutsItsRowsBack() {
    product.streamMessages(group);
    for (var removals : List.of(1, 2)) {
      var orphan = UUID.randomUUID();
      product.rows().pythonInboxRow(orphan, andrew, bayko, "2026-05-01T00:00:00", "x");
      product.rows().pythonInboxRow(orphan, bayko, andrew, "2026-05-01T00:00:00", "x");
      before(
          call -> call.operation().equals("DeleteItem"),
          removals,
          () -> assertThat(product.send(andrew, orphan, "into the void").status()).isEqualTo(200));
      assertThat(reconciler.fix()).isEmpty();
      assertThat(product.shown(orphan)).containsExactly("into the void", "into the void");
      assertThat(reconciler.find()).isEmpty();
    }
  }

  @Test
  void aRowThatKeepsChangingIsLeftInTheEnd() {
    product.at(product.now().plusSeconds(1));
    product.faults.inject(
        call -> {
          if (IS_CHANGE.test(call)) {
            for (var member : List.of(andrew, bayko)) {
              var row = new HashMap<>(product.rows().inbox(member.uuid(), group).getFirst());
              row.put("revision", AttributeValue.fromS(UUID.randomUUID().toString()));
              product.rows().put(row);
            }
          }
          return call.send();
        });
    assertThat(reconciler.fix())
        .containsExactlyInAnyOrder(
            found(STALE, andrew, group).left(), found(STALE, bayko, group).left());
    product.faults.none();
    reconciler.fix();
    assertOneRowEach("hi");
  }

  // Does something before the request number `count` of those that match, once.
  private void before(Predicate<Call> which, int count, Runnable what) {
    var met = new AtomicInteger();
    product.faults.inject(
        call -> {
          if (which.test(call) && met.incrementAndGet() == count) {
            what.run();
          }
          return call.send();
        });
  }

  private UUID pythonGroup() {
    var other = UUID.randomUUID();
    andrew = product.person("One");
    bayko = product.person("Other");
    product.rows().pythonMessage(other, bayko, "2026-05-01T00:00:00", "a");
    product.rows().pythonGroup(other, andrew, bayko, "2026-05-01T00:00:01.000001+00:00", "b");
    product.streamMessages(group);
    return other;
  }

  private void lose(Person member) {
    product.rows().inbox(member.uuid(), group).forEach(product.rows()::delete);
  }

  private void assertOneRowEach(String text) {
    product.faults.none();
    for (var member : List.of(andrew, bayko)) {
      var rows = product.rows().inbox(member.uuid(), group);
      assertThat(rows).hasSize(1);
      assertThat(rows.getFirst().get("message").s()).isEqualTo(text);
    }
    assertThat(reconciler.find()).isEmpty();
  }
}
