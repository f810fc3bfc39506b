package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.ChildJvm;
import com.cruddur.messages.testing.KillingProxy;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Stream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same as the crash sweeps, with processes that are really killed (SIGKILL) at each of their
/// requests to DynamoDB: in the long form only, because each point is a JVM.
@EnabledIfSystemProperty(named = "cruddur.stress", matches = "true")
class ProcessKillSweepTest {
  @RegisterExtension final Product product = new Product();

  /// Something for a function to do, on an empty table.
  ///
  /// @param line for [EveryFunctionProgram]
  /// @param again does it again in this process
  /// @param group the conversation it is about, as far as it is known before
  private record Work(String line, Runnable again, Supplier<UUID> group) {}

  @Test
  void aFirstMessageIsSentOnce() throws IOException {
    assertThat(sweep(this::firstMessage)).isGreaterThanOrEqualTo(4);
  }

  @Test
  void aMessageIntoAConversationIsSentOnce() throws IOException {
    assertThat(sweep(this::nextMessage)).isGreaterThanOrEqualTo(6);
  }

  @Test
  void inboxesMoveWhollyOrNotAtAll() throws IOException {
    assertThat(sweep(this::move)).isGreaterThanOrEqualTo(4);
  }

  private Work firstMessage() {
    return send(Map.of("message", "new", "handle", product.bayko.handle()), this::conversation);
  }

  private Work nextMessage() {
    var group = product.conversation(product.andrew, product.bayko, "old");
    return send(Map.of("message", "new", "message_group_uuid", group.toString()), () -> group);
  }

  private Work send(Map<String, String> fields, Supplier<UUID> group) {
    var request = Request.empty().json(fields).header("idempotency-key", "k");
    return new Work(
        CreateMessageHandler.class.getName()
            + "\t"
            + request.eventJson(Route.CREATE_MESSAGE, product.andrew.sub()),
        () ->
            assertThat(product.call(Route.CREATE_MESSAGE, product.andrew, request).status())
                .isEqualTo(200),
        group);
  }

  private Work move() {
    var group = product.conversation(product.andrew, product.bayko, "old");
    product.at(product.now().plusSeconds(1));
    product.send(product.andrew, group, "new");
    var records = Stream.inserted(product.rows().messages(group));
    return new Work(
        UpdateMessageGroupsHandler.class.getName() + "\t" + records.json(),
        () -> assertThat(product.stream(records)).isEmpty(),
        () -> group);
  }

  private UUID conversation() {
    var row = product.rows().under("GRP#" + product.andrew.uuid()).getFirst();
    return UUID.fromString(row.get("message_group_uuid").s());
  }

  private int sweep(Supplier<Work> prepare) throws IOException {
    var kills = 0;
    for (var after : List.of(false, true)) {
      for (var at = 0; ; at++) {
        product.rows().clear();
        var work = prepare.get();
        if (!isKilled(work, at, after)) {
          break;
        }
        kills++;
        assertThat(product.rows().under("GRP#" + product.andrew.uuid()))
            .hasSameSizeAs(product.rows().under("GRP#" + product.bayko.uuid()))
            .hasSizeLessThanOrEqualTo(1);
        work.again().run();
        check(work.group().get());
      }
    }
    System.out.printf("%d kills%n", kills);
    return kills;
  }

  private void check(UUID group) {
    assertThat(product.rows().messages(group))
        .filteredOn(row -> row.get("message").s().equals("new"))
        .hasSize(1);
    assertThat(product.streamMessages(group)).isEmpty();
    for (var member : List.of(product.andrew, product.bayko)) {
      assertThat(product.rows().inbox(member.uuid(), group)).hasSize(1);
    }
    assertThat(product.shown(group)).containsExactly("new", "new");
  }

  // False when the process lived to answer.
  private boolean isKilled(Work work, int at, boolean after) throws IOException {
    try (var proxy = new KillingProxy(product.stores().dynamoDb().endpoint(), at, after);
        var jvm =
            ChildJvm.start(
                EveryFunctionProgram.class,
                Map.of(
                    "TABLE_NAME", product.tableName(),
                    "DYNAMODB_ENDPOINT", proxy.endpoint(),
                    "DATABASE_URL", product.stores().databaseUrl()),
                List.of(),
                List.of())) {
      // Closing it is SIGKILL.
      proxy.setKill(jvm::close);
      jvm.tell(work.line());
      var said = jvm.line();
      assertThat(said).isIn(null, "answered");
      return said == null;
    }
  }
}
