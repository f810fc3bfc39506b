package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.testing.Faults.Call;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stream;
import com.cruddur.messages.testing.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The index is a hint that lags; the truth is the table. DynamoDB Local's index never lags, so
/// here its answers are those of an earlier moment.
class LateIndexTest {
  private static final String NOTHING = "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}";

  @RegisterExtension final Product product = new Product();

  @Test
  void anIndexThatShowsNothingYetLosesNoRewrite() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.send(product.bayko, group, "hi");
    product.faults.inject(LateIndexTest::emptyIndex);
    assertThat(product.streamMessages(group)).isEmpty();
    assertMoved(group, "hi");
  }

  @Test
  void anIndexThatShowsNothingYetLosesNoRewriteOfAConversationThePythonServiceMade() {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, product.andrew, product.bayko, "2026-05-01T00:00:00", "a");
    product.rows().pythonMessage(group, product.bayko, "2026-05-02T00:00:00", "b");
    product.faults.inject(LateIndexTest::emptyIndex);
    assertThat(product.streamMessages(group)).isEmpty();
    assertMoved(group, "b");
  }

  @Test
  void anIndexThatShowsOneOfTwoRowsLosesNoRewrite() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var both = product.rows().inbox(product.bayko.uuid(), group).getFirst();
    product.rows().delete(both);
    var halfOfIt = indexNow(group);
    product.rows().put(both);
    product.send(product.bayko, group, "hi");
    product.faults.inject(call -> call.readsIndex() ? call.respond(200, halfOfIt) : call.send());
    assertThat(product.streamMessages(group)).isEmpty();
    assertMoved(group, "hi");
  }

  @Test
  void anIndexThatShowsRowsWhereTheyWereLosesAndDoublesNothing() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var before = indexNow(group);
    for (var text : List.of("one", "two", "three")) {
      product.send(product.bayko, group, text);
      product.faults.inject(call -> call.readsIndex() ? call.respond(200, before) : call.send());
      assertThat(product.streamMessages(group)).isEmpty();
      assertMoved(group, text);
    }
  }

  @Test
  void anIndexThatShowsAMovedRowInBothPlacesDoublesNothing() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var old = product.rows().inbox(product.andrew.uuid(), group).getFirst();
    product.send(product.bayko, group, "one");
    product.streamMessages(group);
    product.rows().put(old);
    var twice = indexNow(group);
    product.rows().delete(old);
    product.send(product.bayko, group, "two");
    product.faults.inject(call -> call.readsIndex() ? call.respond(200, twice) : call.send());
    assertThat(product.streamMessages(group)).isEmpty();
    assertMoved(group, "two");
  }

  @Test
  void aRowThatGainedAnAttributeSinceTheIndexSawItKeepsIt() {
    // As the rule for changes in place has it: whoever adds an attribute sets a revision.
    assertKept(Map.of("unread", AttributeValue.fromN("7"), "revision", AttributeValue.fromN("1")));
  }

  @Test
  void aRowThatChangedInPlaceSinceTheIndexSawItKeepsTheChange() {
    assertKept(Map.of("user_display_name", AttributeValue.fromS("Andrew B.")));
  }

  private void assertKept(Map<String, AttributeValue> change) {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var before = indexNow(group);
    var row = new HashMap<>(product.rows().inbox(product.andrew.uuid(), group).getFirst());
    row.putAll(change);
    product.rows().put(row);
    product.send(product.bayko, group, "hi");
    product.faults.inject(call -> call.readsIndex() ? call.respond(200, before) : call.send());
    assertThat(product.streamMessages(group)).isEmpty();
    assertMoved(group, "hi");
    assertThat(product.rows().inbox(product.andrew.uuid(), group).getFirst())
        .containsAllEntriesOf(change);
  }

  @Test
  void membershipIsRightAtOnceAndAsksNoIndex() {
    product.faults.inject(
        call -> call.readsIndex() ? call.error("InternalServerError") : call.send());
    var group = product.conversation(product.andrew, product.bayko, "hello");
    assertThat(product.list(product.bayko, group).status()).isEqualTo(200);
    assertThat(product.send(product.bayko, group, "hi").status()).isEqualTo(200);
    assertThat(product.list(product.loren, group).status()).isEqualTo(404);
  }

  @Test
  void membershipIsRightAtOnceAlsoInAConversationThePythonServiceHasJustMade() {
    product.faults.inject(LateIndexTest::emptyIndex);
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, product.andrew, product.loren, "2026-05-01T00:00:00", "a");
    assertThat(product.list(product.loren, group).status()).isEqualTo(200);
    assertThat(product.list(product.bayko, group).status()).isEqualTo(404);
  }

  // DynamoDB Local answers every read consistently; AWS does so where it is asked to.
  @Test
  void nothingHangsOnAReadThatIsNotConsistent() {
    product.faults.inject(
        call ->
            (call.operation().equals("Query") || call.operation().equals("GetItem"))
                    && !call.body().contains("\"ConsistentRead\":true")
                ? call.respond(200, call.operation().equals("Query") ? NOTHING : "{}")
                : call.send());
    product.at("2026-05-04T10:00:02Z");
    var group = product.conversation(product.andrew, product.bayko, "from a clock ahead");
    product.at("2026-05-04T10:00:00Z");
    assertThat(product.send(product.bayko, group, "hi").status()).isEqualTo(200);
    assertThat(product.conversation(product.bayko, product.andrew, "ho")).isEqualTo(group);
    assertThat(product.streamMessages(group)).isEmpty();
    assertThat(product.list(product.andrew, group).all("message"))
        .containsExactly("from a clock ahead", "hi", "ho");
    assertThat(product.inbox(product.bayko).all("message")).containsExactly("ho");
    var old = UUID.randomUUID();
    product.rows().pythonGroup(old, product.andrew, product.loren, "2026-05-01T00:00:00", "a");
    assertThat(product.list(product.loren, old).all("message")).containsExactly("a");
    assertThat(product.conversation(product.loren, product.andrew, "b")).isEqualTo(old);
  }

  @Test
  void membershipIsRightAtOnceAlsoWhereAReadIsOfAnEarlierMoment() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.faults.inject(
        call ->
            call.operation().equals("GetItem") && !call.body().contains("\"ConsistentRead\":true")
                ? call.respond(200, "{}")
                : call.send());
    assertThat(product.list(product.bayko, group).status()).isEqualTo(200);
  }

  private static HttpExecuteResponse emptyIndex(Call call) throws IOException {
    return call.readsIndex() ? call.respond(200, NOTHING) : call.send();
  }

  // What the index answers now, to be answered again later.
  private String indexNow(UUID group) {
    var answer = new String[1];
    product.faults.inject(
        call -> {
          var response = call.send();
          if (!call.readsIndex()) {
            return response;
          }
          try (var body = response.responseBody().orElseThrow()) {
            answer[0] = new String(body.readAllBytes(), StandardCharsets.UTF_8);
          }
          return call.respond(200, answer[0]);
        });
    // The oldest message there can be: it looks, and moves nothing.
    product.stream(
        Stream.inserted(List.of(Table.row("MSG#" + group, "1999-01-01T00:00:00", "message", "x"))));
    product.faults.none();
    return answer[0];
  }

  private void assertMoved(UUID group, String text) {
    product.faults.none();
    var newest = Timestamp.parse(product.rows().messages(group).getLast().get("sk").s());
    for (var member : List.of(product.andrew, product.bayko)) {
      var rows = product.rows().inbox(member.uuid(), group);
      assertThat(rows).hasSize(1);
      assertThat(rows.getFirst().get("message").s()).isEqualTo(text);
      assertThat(rows.getFirst().get("sk"))
          .isEqualTo(
              com.cruddur.messages.message.Timestamp.parse(
                      product.rows().messages(group).getLast().get("sk").s())
                  .canonical()
                  .stored()
                  .transform(AttributeValue::fromS));
    }
  }
}
