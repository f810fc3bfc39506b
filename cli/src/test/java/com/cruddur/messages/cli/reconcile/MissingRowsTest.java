package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.cli.reconcile.Kind.MISSING;
import static com.cruddur.messages.cli.reconcile.Reconciler.Said.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Members whose inboxes have lost a conversation.
class MissingRowsTest {
  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  private Reconciler reconciler;
  private Person andrew;
  private Person bayko;

  @BeforeEach
  void people() {
    reconciler = new Reconciler(product, folder);
    andrew = product.andrew;
    bayko = product.bayko;
  }

  @Test
  void aLostRowIsPutBackAsTheServiceWroteIt() {
    var group = ours();
    var right = product.rows().all();
    lose(andrew, group);
    assertThat(reconciler.find()).containsExactly(found(MISSING, andrew, group));
    assertThat(reconciler.fix()).containsExactly(found(MISSING, andrew, group).mended());
    assertThat(reconciler.find()).isEmpty();
    assertThat(product.rows().all()).isEqualTo(right);
  }

  @Test
  void bothRowsArePutBack() {
    var group = ours();
    var right = product.rows().all();
    lose(andrew, group);
    lose(bayko, group);
    assertThat(reconciler.fix())
        .containsExactlyInAnyOrder(
            found(MISSING, andrew, group).mended(), found(MISSING, bayko, group).mended());
    assertThat(product.rows().all()).isEqualTo(right);
  }

  @Test
  void aRowOfThePythonServiceIsPutBackByWhatTheOtherRowSays() {
    var group = pythonGroup();
    lose(bayko, group);
    assertThat(reconciler.fix()).containsExactly(found(MISSING, bayko, group).mended());
    assertThat(reconciler.find()).isEmpty();
    assertThat(product.inbox(bayko).all("handle")).containsExactly(andrew.handle());
  }

  @Test
  void bothRowsOfThePythonServiceArePutBackByWhoHasSent() {
    var group = pythonGroup();
    lose(andrew, group);
    lose(bayko, group);
    assertThat(reconciler.fix())
        .containsExactlyInAnyOrder(
            found(MISSING, andrew, group).mended(), found(MISSING, bayko, group).mended());
    assertThat(reconciler.find()).isEmpty();
    assertThat(product.inbox(andrew).all("message")).containsExactly("b");
  }

  @Test
  void whoeverSentIntoAConversationOfOthersGetsNoRowOfIt() {
    var group = pythonGroup();
    product.rows().pythonMessage(group, product.loren, "2026-05-01T00:00:02.000001", "c");
    assertThat(reconciler.fix())
        .hasSize(2)
        .extracting(Reconciler.Said::kind)
        .doesNotContain(MISSING);
    assertThat(reconciler.find()).isEmpty();
    assertThat(product.inbox(product.loren).all("message")).isEmpty();
  }

  @Test
  void whereThreeHaveSentAndNobodyIsNamedNobodyIsLetIn() {
    var group = pythonGroup();
    product.rows().pythonMessage(group, product.loren, "2026-05-01T00:00:02.000001", "c");
    lose(andrew, group);
    lose(bayko, group);
    var before = product.rows().all();
    var findings = reconciler.findings(true);
    assertThat(findings).hasSize(3).extracting(Finding::outcome).containsOnly(Finding.Outcome.LEFT);
    assertThat(findings)
        .extracting(Finding::advice)
        .containsOnly(
            "nobody knows who its members are: put a row MBR#%s / USER for each, run it again"
                .formatted(group));
    assertThat(product.rows().all()).isEqualTo(before);
    // As it was told.
    for (var member : List.of(andrew, bayko)) {
      product.rows().put("MBR#" + group, member.uuid().toString());
    }
    assertThat(reconciler.fix()).hasSize(2).allMatch(said -> said.equals(said.mended()));
    assertThat(reconciler.find()).isEmpty();
  }

  @Test
  void whoHasNeverSentAnythingIsLookedUpInTheDatabase() {
    var group = product.conversation(andrew, bayko, "hello");
    lose(andrew, group);
    var findings = reconciler.findings(true);
    assertThat(findings).extracting(Finding::outcome).containsExactly(Finding.Outcome.LEFT);
    assertThat(findings.getFirst().advice()).contains(bayko.uuid().toString(), "DATABASE_URL");
    assertThat(reconciler.withDatabase().fix())
        .containsExactly(found(MISSING, andrew, group).mended());
    assertThat(product.inbox(andrew).all("display_name")).containsExactly(bayko.displayName());
    assertThat(reconciler.find()).isEmpty();
  }

  @Test
  void aMemberOfManyIsShownWhoSentLast() {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, andrew, bayko, "2026-05-01T00:00:00.000001+00:00", "a");
    product
        .rows()
        .pythonInboxRow(group, product.loren, bayko, "2026-05-01T00:00:00.000001+00:00", "a");
    for (var member : List.of(andrew, bayko, product.loren)) {
      product.rows().put("MBR#" + group, member.uuid().toString());
    }
    assertThat(reconciler.find()).isEmpty();
    lose(bayko, group);
    assertThat(reconciler.fix()).containsExactly(found(MISSING, bayko, group).mended());
    assertThat(product.inbox(bayko).all("handle")).containsExactly(andrew.handle());
  }

  @Test
  void aConversationThatIsBeingOpenedMayLackItsRows() {
    var group = product.conversation(andrew, bayko, "hello");
    lose(andrew, group);
    assertThat(reconciler.after(Duration.ofSeconds(9)).find()).isEmpty();
    assertThat(reconciler.after(Duration.ofSeconds(10)).find()).hasSize(1);
  }

  @Test
  void thePlaceOfALostRowMayBeTaken() {
    var group = ours();
    var lost = product.rows().inbox(andrew.uuid(), group).getFirst();
    product.rows().delete(lost);
    product
        .rows()
        .pythonGroup(UUID.randomUUID(), andrew, product.loren, lost.get("sk").s(), "there first");
    assertThat(reconciler.fix()).containsExactly(found(MISSING, andrew, group).mended());
    assertThat(reconciler.find()).isEmpty();
    assertThat(product.rows().inbox(andrew.uuid(), group).getFirst())
        .containsEntry("last_message_at", lost.get("sk"));
  }

  private UUID ours() {
    var group = product.conversation(andrew, bayko, "hello");
    product.send(bayko, group, "hi");
    product.streamMessages(group);
    return group;
  }

  private UUID pythonGroup() {
    var group = UUID.randomUUID();
    var at = "2026-05-01T00:00:01.000001+00:00";
    product.rows().pythonMessage(group, andrew, "2026-05-01T00:00:00", "a");
    product.rows().pythonGroup(group, bayko, andrew, at, "b");
    return group;
  }

  private void lose(Person member, UUID group) {
    product.rows().inbox(member.uuid(), group).forEach(product.rows()::delete);
  }
}
