package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.cli.reconcile.Kind.DOUBLED;
import static com.cruddur.messages.cli.reconcile.Kind.MISSING;
import static com.cruddur.messages.cli.reconcile.Reconciler.Said.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.table.InboxRow;
import com.cruddur.messages.table.InboxRows;
import com.cruddur.messages.testing.Faults.Call;
import com.cruddur.messages.testing.Product;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What AWS does and DynamoDB Local does not: an index and reads of an earlier moment, keys that
/// are not processed, transactions that meet others.
class LateIndexTest {
  private static final String NOTHING = "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}";

  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  private Reconciler reconciler;
  private UUID group;

  @BeforeEach
  void talk() {
    reconciler = new Reconciler(product, folder);
    group = product.conversation(product.andrew, product.bayko, "hello");
  }

  @Test
  void anIndexThatShowsNothingIsNoFinding() {
    python();
    product.faults.inject(LateIndexTest::emptyIndex);
    assertThat(reconciler.find()).isEmpty();
  }

  @Test
  void anIndexThatShowsRowsWhereTheyWereIsNoFinding() {
    var before = indexNow();
    product.send(product.bayko, group, "hi");
    product.streamMessages(group);
    product.faults.inject(call -> call.readsIndex() ? call.respond(200, before) : call.send());
    assertThat(reconciler.find()).isEmpty();
  }

  @Test
  void anIndexThatShowsAMovedRowInBothPlacesIsNoFinding() {
    var old = product.rows().inbox(product.andrew.uuid(), group).getFirst();
    product.send(product.bayko, group, "hi");
    product.streamMessages(group);
    product.rows().put(old);
    var twice = indexNow();
    product.rows().delete(old);
    product.faults.inject(call -> call.readsIndex() ? call.respond(200, twice) : call.send());
    assertThat(reconciler.find()).isEmpty();
  }

  @Test
  void aLostRowThatTheIndexStillShowsIsFoundAndPutBack() {
    product.send(product.bayko, group, "hi");
    product.streamMessages(group);
    product.rows().delete(product.rows().inbox(product.andrew.uuid(), group).getFirst());
    product.faults.inject(LateIndexTest::emptyIndex);
    assertThat(reconciler.fix()).containsExactly(found(MISSING, product.andrew, group).mended());
    product.faults.none();
    assertThat(reconciler.find()).isEmpty();
  }

  // DynamoDB Local answers every read consistently; AWS does so where it is asked to.
  @Test
  void aReadOfAnEarlierMomentIsNoFinding() {
    python();
    product.faults.inject(
        call -> {
          var isEventual = !call.body().contains("\"ConsistentRead\":true");
          return switch (call.operation()) {
            case "Query" -> isEventual ? call.respond(200, NOTHING) : call.send();
            case "BatchGetItem" ->
                isEventual ? call.respond(200, "{\"Responses\":{}}") : call.send();
            default -> call.send();
          };
        });
    assertThat(reconciler.find()).isEmpty();
  }

  @Test
  void keysThatAreNotProcessedAreAskedForAgain() {
    var rows = product.rows().all();
    var asked = new AtomicInteger();
    product.faults.inject(
        call -> asked.getAndIncrement() < 2 ? call.respond(200, unprocessed(call)) : call.send());
    assertThat(
            new BatchRead(product.table())
                .consistent(rows.stream().map(row -> new InboxRow(row).key()).toList()))
        .containsExactlyInAnyOrderElementsOf(rows);
    assertThat(product.faults.operations()).hasSize(3).containsOnly("BatchGetItem");
  }

  @Test
  void aRowThatHasMovedCountsBesideItsDouble() {
    var row = product.rows().inbox(product.andrew.uuid(), group).getFirst();
    var left = new HashMap<>(row);
    left.put("sk", AttributeValue.fromS("2026-01-01T00:00:00.000000+00:00"));
    product.rows().put(left);
    var before = indexNow();
    product.rows().delete(row);
    var moved = new HashMap<>(row);
    moved.put("last_message_at", row.get("sk"));
    moved.put("sk", AttributeValue.fromS("2026-05-04T10:00:00.123457+00:00"));
    product.rows().put(moved);
    product.faults.inject(call -> call.readsIndex() ? call.respond(200, before) : call.send());
    assertThat(reconciler.find()).containsExactly(found(DOUBLED, product.andrew, group));
  }

  @Test
  void aTransactionThatMeetsOthersIsTriedAgain() {
    product.send(product.bayko, group, "hi");
    var tried = new AtomicInteger();
    // More often than the client tries by itself.
    product.faults.inject(
        call ->
            call.operation().equals("TransactWriteItems") && tried.getAndIncrement() < 10
                ? call.conflict()
                : call.send());
    assertThat(reconciler.fix()).hasSize(2).allMatch(said -> said.equals(said.mended()));
  }

  // Rows are read before messages: the other way round they would show what is not there yet.
  @Test
  void whoWritesWithoutAPauseIsNoFinding() {
    var isSending = new AtomicBoolean();
    product.faults.inject(
        call -> {
          var answer = emptyIndex(call);
          if (call.operation().equals("Query")
              && call.body().contains("\"MSG#" + group)
              && isSending.compareAndSet(false, true)) {
            product.send(product.bayko, group, "and another thing");
            product.streamMessages(group);
            isSending.set(false);
          }
          return answer;
        });
    assertThat(reconciler.find()).isEmpty();
    assertThat(product.rows().messages(group)).hasSizeGreaterThan(1);
  }

  private void python() {
    product
        .rows()
        .pythonGroup(
            UUID.randomUUID(),
            product.loren,
            product.bayko,
            "2026-05-01T00:00:00.000001+00:00",
            "a");
  }

  private static HttpExecuteResponse emptyIndex(Call call) throws IOException {
    return call.readsIndex() ? call.respond(200, NOTHING) : call.send();
  }

  private static String unprocessed(Call call) throws IOException {
    var answer = new JsonMapper().createObjectNode();
    answer.putObject("Responses");
    answer.set("UnprocessedKeys", new JsonMapper().readTree(call.body()).get("RequestItems"));
    return answer.toString();
  }

  // What the index answers now, to be answered again later.
  private String indexNow() {
    var answer = new HashMap<String, String>();
    product.faults.inject(
        call -> {
          var response = call.send();
          if (!call.readsIndex()) {
            return response;
          }
          try (var body = response.responseBody().orElseThrow()) {
            answer.put("", new String(body.readAllBytes(), StandardCharsets.UTF_8));
          }
          return call.respond(200, answer.get(""));
        });
    new InboxRows(product.table()).indexed(group);
    product.faults.none();
    return answer.get("");
  }
}
