package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.CrashSweep;
import com.cruddur.messages.testing.Log;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Stress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Sending fails at each single request, in every way, and is done again (patterns C and D).
class SendingCrashSweepTest {
  private static final String TEXT = "marker-" + UUID.randomUUID();

  @RegisterExtension final Product product = new Product();

  @AfterEach
  void nothingOfItIsLogged() {
    assertThat(Log.text()).doesNotContain(TEXT);
  }

  /// What the two have when the message is sent.
  private enum Conversation {
    NONE,
    OURS,
    /// As the Python service left it.
    PYTHON,
    /// The same, and the sender's inbox row is lost.
    PYTHON_HALF
  }

  static List<Conversation> someOrAll() {
    return Stress.isLongForm()
        ? List.of(Conversation.values())
        : List.of(Conversation.NONE, Conversation.PYTHON);
  }

  @ParameterizedTest
  @EnumSource
  void aMessageToAHandleIsSentOnceWhateverFails(Conversation before) {
    var points = new CrashSweep(product).over(() -> new Sending(before, true, "the key"));
    assertThat(points).isGreaterThanOrEqualTo(14);
  }

  @ParameterizedTest
  @MethodSource("someOrAll")
  void aMessageToAHandleWithoutAKeyIsSentOnceForEachAcknowledgement(Conversation before) {
    new CrashSweep(product).over(() -> new Sending(before, true, null));
  }

  @ParameterizedTest
  @EnumSource(names = {"OURS", "PYTHON"})
  void aMessageToAGroupIsSentOnceWhateverFails(Conversation before) {
    var points = new CrashSweep(product).over(() -> new Sending(before, false, "the key"));
    assertThat(points).isGreaterThanOrEqualTo(14);
  }

  @ParameterizedTest
  @EnumSource(names = {"OURS", "PYTHON"})
  void aMessageToAGroupWithoutAKeyIsSentOnceForEachAcknowledgement(Conversation before) {
    new CrashSweep(product).over(() -> new Sending(before, false, null));
  }

  private final class Sending implements CrashSweep.Work {
    private final Conversation kind;
    private final Request request;
    private final boolean once;
    private final List<Map<String, AttributeValue>> before;
    private final List<Map<String, AttributeValue>> others;
    private UUID group;

    private Sending(Conversation kind, boolean toHandle, String key) {
      this.kind = kind;
      this.once = key != null;
      product.at("2026-05-04T10:00:00.123456Z");
      product.conversation(product.bayko, product.loren, "not concerned");
      product
          .rows()
          .pythonGroup(
              UUID.randomUUID(), product.loren, product.andrew, "2026-01-02T00:00:00", "neither");
      others = product.rows().all();
      group = open();
      before = product.rows().all();
      var to =
          toHandle
              ? Map.of("message", TEXT, "handle", product.bayko.handle())
              : Map.of("message", TEXT, "message_group_uuid", group.toString());
      var plain = Request.empty().json(to);
      request = once ? plain.header("idempotency-key", key) : plain;
    }

    private UUID open() {
      var python = UUID.randomUUID();
      switch (kind) {
        case NONE -> {
          return null;
        }
        case OURS -> {
          return product.conversation(product.bayko, product.andrew, "old");
        }
        case PYTHON, PYTHON_HALF ->
            product
                .rows()
                .pythonGroup(
                    python, product.bayko, product.andrew, "2026-03-01T00:00:00+00:00", "old");
      }
      if (kind == Conversation.PYTHON_HALF) {
        product.rows().inbox(product.andrew.uuid(), python).forEach(product.rows()::delete);
      }
      return python;
    }

    @Override
    public boolean attempt() {
      product.at(product.now().plusSeconds(1));
      var answer = product.call(Route.CREATE_MESSAGE, product.andrew, request);
      if (answer.status() != 200) {
        assertThat(answer.status()).isEqualTo(503);
        return false;
      }
      var answered = UUID.fromString(answer.object().get("message_group_uuid").textValue());
      assertThat(group).isIn(null, answered);
      group = answered;
      return true;
    }

    @Override
    public void check(List<Boolean> attempts) {
      var all = product.rows().all();
      assertThat(all).containsAll(others);
      var added = new ArrayList<>(all);
      added.removeAll(before);
      // Nothing that was there is changed or gone.
      assertThat(added).hasSize(all.size() - before.size());
      var acknowledged = Collections.frequency(attempts, true);
      var written = added.stream().filter(row -> row.containsKey("message_uuid")).toList();
      assertThat(written).allMatch(row -> row.get("message").s().equals(TEXT));
      assertThat(written.size()).isBetween(acknowledged, once ? 1 : attempts.size());
      if (once) {
        assertThat(added.stream().filter(row -> pk(row).startsWith("IDM#"))).hasSameSizeAs(written);
      }
      assertThat(new HashSet<>(added.stream().map(row -> pk(row).split("#")[0]).toList()))
          .isSubsetOf("MSG", "GRP", "MBR", "PAIR", "IDM", "USR");
      var rowsOfBayko = product.rows().under("GRP#" + product.bayko.uuid());
      if (kind == Conversation.NONE) {
        // Both inboxes or neither, and never without the message.
        var opened = written.isEmpty() ? 0 : 1;
        assertThat(rowsOfBayko).hasSize(1 + opened);
        assertThat(product.rows().under("GRP#" + product.andrew.uuid())).hasSize(1 + opened);
      }
      if (attempts.getLast()) {
        checkInboxes();
      }
    }

    // When all is acknowledged, the stream brings it to both inboxes.
    private void checkInboxes() {
      assertThat(product.streamMessages(group)).isEmpty();
      var lost = kind == Conversation.PYTHON_HALF && !request.body().contains("handle");
      var members = lost ? List.of(product.bayko) : List.of(product.andrew, product.bayko);
      for (var member : members) {
        var rows = product.rows().inbox(member.uuid(), group);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get("message").s()).isEqualTo(TEXT);
      }
      assertThat(product.list(product.andrew, group).all("message")).endsWith(TEXT);
    }

    private static String pk(Map<String, AttributeValue> row) {
      return row.get("pk").s();
    }
  }
}
