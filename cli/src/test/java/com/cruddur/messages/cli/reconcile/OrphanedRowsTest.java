package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.cli.reconcile.Kind.ORPHANED;
import static com.cruddur.messages.cli.reconcile.Kind.STALE;
import static com.cruddur.messages.cli.reconcile.Kind.UNREADABLE;
import static com.cruddur.messages.cli.reconcile.Reconciler.Said.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.reconcile.Finding.Outcome;
import com.cruddur.messages.cli.reconcile.Reconciler.Said;
import com.cruddur.messages.cli.transfer.DynamoDbJson;
import com.cruddur.messages.testing.Product;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows that belong to nothing.
class OrphanedRowsTest {
  private static final String AT = "2026-05-04T10:00:00.123456+00:00";

  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  private Reconciler reconciler;

  @BeforeEach
  void talk() {
    reconciler = new Reconciler(product, folder);
    product.conversation(product.andrew, product.loren, "hello");
  }

  @Test
  void rowsOfAConversationWithoutMessagesAreRemovedAndKept() throws Exception {
    var group = UUID.randomUUID();
    var before = product.rows().all();
    product.rows().pythonInboxRow(group, product.andrew, product.bayko, AT + "x", "nothing");
    product.rows().pythonInboxRow(group, product.bayko, product.andrew, AT, "nothing");
    product.rows().pythonInboxRow(group, product.bayko, product.andrew, AT.replace("4", "5"), "no");
    var all = product.rows().all();
    assertThat(reconciler.find())
        .containsExactlyInAnyOrder(
            found(ORPHANED, product.andrew, group), found(ORPHANED, product.bayko, group));
    assertThat(reconciler.keptRows()).isEmpty();
    assertThat(reconciler.fix())
        .containsExactlyInAnyOrder(
            found(ORPHANED, product.andrew, group).mended(),
            found(ORPHANED, product.bayko, group).mended());
    assertThat(reconciler.find()).isEmpty();
    assertThat(product.rows().all()).isEqualTo(before);

    assertThat(Files.getPosixFilePermissions(reconciler.backup()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    for (var line : reconciler.keptRows()) {
      product.rows().put(DynamoDbJson.fromJson(new JsonMapper().readTree(line)));
    }
    assertThat(product.rows().all()).isEqualTo(all);
  }

  @Test
  void rowsOfAConversationOfOursStaySoThatItsPairCanGoOn() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.rows().messages(group).forEach(product.rows()::delete);

    assertThat(reconciler.fix())
        .containsExactlyInAnyOrder(
            found(ORPHANED, product.andrew, group).left(),
            found(ORPHANED, product.bayko, group).left());
    assertThat(product.shown(group)).containsExactly("hello", "hello");

    product.at(product.now().plusSeconds(1));
    product.send(product.bayko, product.andrew, "again");
    product.streamMessages(group);
    assertThat(product.shown(group)).containsExactly("again", "again");
    assertThat(reconciler.find()).isEmpty();
  }

  @Test
  void halfOfTheMembershipsTakesNobodysRowAway() {
    var group = UUID.randomUUID();
    var at = AT.replace("2026", "2024");
    product.rows().pythonGroup(group, product.andrew, product.bayko, at, "hello");
    product.rows().put("MBR#" + group, product.andrew.uuid().toString());
    // So that it is looked at closer: the newest is in nobody's inbox.
    product.rows().pythonMessage(group, product.andrew, at.replace("T10", "T11"), "newest");

    assertThat(reconciler.find())
        .containsExactlyInAnyOrder(
            found(STALE, product.andrew, group), found(STALE, product.bayko, group));
    reconciler.fix();

    assertThat(product.shown(group)).containsExactly("newest", "newest");
    assertThat(reconciler.keptRows()).isEmpty();
  }

  @Test
  void aRowInTheInboxOfNoMemberIsRemovedAndKept() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var before = product.rows().all();
    product.rows().pythonInboxRow(group, product.loren, product.bayko, AT.replace("4", "5"), "x");
    product.rows().pythonInboxRow(group, product.loren, product.bayko, AT.replace("4", "6"), "x");
    assertThat(reconciler.find()).containsExactly(found(ORPHANED, product.loren, group));
    assertThat(reconciler.fix()).containsExactly(found(ORPHANED, product.loren, group).mended());
    assertThat(reconciler.find()).isEmpty();
    assertThat(product.rows().all()).isEqualTo(before);
    assertThat(reconciler.keptRows()).hasSize(2);
  }

  @Test
  void aConversationThatIsBeingOpenedMayLackItsMessage() {
    var group = UUID.randomUUID();
    product.rows().pythonInboxRow(group, product.andrew, product.bayko, AT.replace("6+", "7+"), "");
    assertThat(reconciler.after(Duration.ofSeconds(9)).find()).isEmpty();
    assertThat(reconciler.after(Duration.ofSeconds(11)).find()).hasSize(1);
  }

  @Test
  void aRowIsNoOrphanWhereThereIsAnythingInTheMessagesPlace() {
    var group = UUID.randomUUID();
    product.rows().pythonInboxRow(group, product.andrew, product.bayko, AT.replace("4", "5"), "x");
    product.rows().put("MSG#" + group, "some day", "message", "x");
    assertThat(reconciler.find()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a group", "1-1-1-1-1", "5AE290ED-55D1-47A0-BC6D-FE2BC2700399"})
  void aRowThatNamesNoConversationIsLeftAlone(String group) {
    var row = new String[] {"message", "x"};
    product
        .rows()
        .put(
            "GRP#" + product.andrew.uuid(),
            AT.replace("4", "5"),
            group.isEmpty() ? row : new String[] {"message", "x", "message_group_uuid", group});
    var expected = new Said(UNREADABLE, product.andrew.uuid().toString(), group, Outcome.FOUND);
    assertThat(reconciler.find()).containsExactly(expected);
    var before = new HashSet<>(product.rows().all());
    assertThat(reconciler.fix()).containsExactly(expected.left());
    assertThat(new HashSet<>(product.rows().all())).isEqualTo(before);
  }

  @Test
  void anInboxOfNobodyIsLeftAlone() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.rows().put("GRP#everybody", AT, "message", "x", "message_group_uuid", group.toString());
    var before = product.rows().all();
    assertThat(reconciler.fix())
        .containsExactly(new Said(UNREADABLE, "everybody", group.toString(), Outcome.LEFT));
    assertThat(product.rows().all()).isEqualTo(before);
  }
}
