package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Faults.Call;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stream;
import com.cruddur.messages.testing.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Pattern E and its laws, as the product's contract numbers them.
class UpdateMessageGroupsHandlerTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void aNewMessageMovesTheConversationInBothInboxes() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var sent = product.send(product.bayko, group, "hi");

    assertThat(product.streamMessages(group)).isEmpty();

    for (var member : List.of(product.andrew, product.bayko)) {
      var inbox = product.inbox(member);
      assertThat(inbox.all("message")).containsExactly("hi");
      assertThat(inbox.all("created_at"))
          .containsExactly(sent.object().get("created_at").textValue());
    }
    assertThat(product.inbox(product.andrew).all("handle")).containsExactly(product.bayko.handle());
  }

  @Test
  void aPairCostsOneQueryAndOneTransaction() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.send(product.bayko, group, "hi");
    var records = Stream.inserted(List.of(product.rows().messages(group).getLast()));
    product.faults.none();
    product.stream(records);
    assertThat(product.faults.operations()).containsExactly("Query", "TransactWriteItems");
  }

  // Law 1.
  @Test
  void allRecordsOfABatchCountInAnyOrderWithOthersAmongThem() {
    var one = product.conversation(product.andrew, product.bayko, "1");
    var two = product.conversation(product.andrew, product.loren, "2");
    product.send(product.andrew, one, "1 again");
    product.send(product.loren, two, "2 again");
    var messages = new ArrayList<Map<String, AttributeValue>>();
    messages.addAll(product.rows().messages(one));
    messages.addAll(product.rows().messages(two));
    Collections.shuffle(messages, new Random(1));
    var stray = product.rows().inbox(product.andrew.uuid(), one).getFirst();
    var batch = new Stream();
    batch.add("REMOVE", messages.getFirst());
    batch.add("INSERT", stray);
    messages.forEach(message -> batch.add("INSERT", message).add("MODIFY", changed(message)));
    batch.add("REMOVE", stray);
    batch.add("INSERT", product.rows().under("MBR#" + one).getFirst());

    assertThat(product.stream(batch)).isEmpty();

    assertThat(product.inbox(product.andrew).all("message"))
        .containsExactlyInAnyOrder("1 again", "2 again");
    assertThat(product.inbox(product.bayko).all("message")).containsExactly("1 again");
    assertThat(product.inbox(product.loren).all("message")).containsExactly("2 again");
  }

  // Law 1: alone, none of them changes anything, nor asks DynamoDB for anything.
  @Test
  void whatIsNoNewMessageChangesNothing() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var before = product.rows().all();
    var message = changed(product.rows().messages(group).getFirst());
    var batch =
        new Stream()
            .add("REMOVE", message)
            .add("MODIFY", message)
            .add("INSERT", product.rows().inbox(product.andrew.uuid(), group).getFirst())
            .add("INSERT", product.rows().under("MBR#" + group).getFirst());
    product.faults.none();
    assertThat(product.stream(batch)).isEmpty();
    assertThat(product.stream(new Stream())).isEmpty();
    assertThat(product.faults.operations()).isEmpty();
    assertThat(product.rows().all()).isEqualTo(before);
  }

  // Law 5.
  @Test
  void manyMessagesOfOneGroupCostOneRewrite() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    for (var i = 0; i < 99; i++) {
      product.send(product.andrew, group, "message " + i);
    }
    var batch = Stream.inserted(product.rows().messages(group));
    product.faults.none();
    product.stream(batch);
    assertThat(product.faults.operations()).containsExactly("Query", "TransactWriteItems");
    assertThat(product.shown(group)).containsOnly("message 98");
  }

  @Test
  void manyGroupsShareAsFewTransactionsAsTheyFill() {
    var batch = new Stream();
    var groups = new ArrayList<UUID>();
    // Four actions a pair, a hundred a transaction.
    for (var i = 0; i < 26; i++) {
      var group = product.conversation(product.person("One"), product.person("Other"), "old");
      groups.add(group);
      batch.add("INSERT", news(group, "new " + i));
    }
    product.faults.none();
    assertThat(product.stream(batch)).isEmpty();
    assertThat(product.faults.operations())
        .hasSize(28)
        .endsWith("Query", "TransactWriteItems", "TransactWriteItems");
    for (var i = 0; i < 26; i++) {
      assertThat(product.shown(groups.get(i))).containsExactly("new " + i, "new " + i);
    }
  }

  // A row that changed meanwhile would hold up whatever shares a transaction with it.
  @Test
  void aGroupThatIsNotAsTheIndexSaysHoldsUpNoOther() {
    var one = product.conversation(product.andrew, product.bayko, "1");
    var two = product.conversation(product.bayko, product.loren, "2");
    var batch = new Stream().add("INSERT", news(one, "new 1")).add("INSERT", news(two, "new 2"));
    product.faults.inject(
        call -> {
          if (call.operation().equals("TransactWriteItems") && call.number() == 2) {
            var row = new HashMap<>(product.rows().inbox(product.andrew.uuid(), one).getFirst());
            row.put("revision", AttributeValue.fromS("1"));
            product.rows().put(row);
          }
          return call.send();
        });
    assertThat(product.stream(batch)).isEmpty();
    assertThat(product.shown(one)).containsExactly("new 1", "new 1");
    assertThat(product.shown(two)).containsExactly("new 2", "new 2");
    assertThat(product.rows().inbox(product.andrew.uuid(), one).getFirst()).containsKey("revision");
  }

  // Law 6.
  @Test
  void aFailingRecordIsReportedAndWhatCameBeforeIsNotDoneAgain() {
    var one = product.conversation(product.andrew, product.bayko, "1");
    var two = product.conversation(product.andrew, product.loren, "2");
    var three = product.conversation(product.bayko, product.loren, "3");
    var batch =
        new Stream()
            .add("INSERT", news(one, "new 1"))
            .add("INSERT", news(two, "new 2"))
            .add("INSERT", news(one, "newer 1"))
            .add("INSERT", news(three, "new 3"));
    product.faults.inject(call -> failFor(call, two));

    assertThat(product.stream(batch)).containsExactly("2");

    product.faults.none();
    assertThat(product.shown(one)).containsOnly("newer 1");
    assertThat(product.shown(two)).containsOnly("2");
    assertThat(product.shown(three)).containsOnly("3");
    // Lambda goes on from the reported record.
    assertThat(
            product.stream(
                new Stream()
                    .add("INSERT", news(two, "new 2"))
                    .add("INSERT", news(one, "newer 1"))
                    .add("INSERT", news(three, "new 3"))))
        .isEmpty();
    assertThat(product.shown(two)).containsOnly("new 2");
    assertThat(product.shown(three)).containsOnly("new 3");
  }

  // Law 6: of a group that fails, the first record is where to go on.
  @Test
  void theFirstRecordOfAFailingGroupIsReported() {
    var one = product.conversation(product.andrew, product.bayko, "1");
    var batch = new Stream().add("INSERT", news(one, "new 1")).add("INSERT", news(one, "newer 1"));
    product.faults.inject(call -> failFor(call, one));
    assertThat(product.stream(batch)).containsExactly("1");
  }

  // Law 6: what cannot be read is reported, and everything before it is done.
  @Test
  void aRecordThatCannotBeReadIsReportedAndStopsTheBatchThere() {
    var one = product.conversation(product.andrew, product.bayko, "1");
    var two = product.conversation(product.andrew, product.loren, "2");
    var good = news(one, "new 1");
    for (var poison :
        List.of(
            without(good, "message"),
            with(good, "sk", "no time"),
            with(good, "pk", "MSG#no-uuid"),
            with(good, "pk", "MSG#"))) {
      var batch =
          new Stream().add("INSERT", good).add("INSERT", poison).add("INSERT", news(two, "new 2"));
      assertThat(product.stream(batch)).containsExactly("2");
      assertThat(product.shown(one)).containsOnly("new 1");
      assertThat(product.shown(two)).containsOnly("2");
    }
  }

  @Test
  void aRecordThatLacksWhatEveryRecordHasIsReported() {
    assertThat(product.stream(new Stream().addChange("INSERT", Map.of()))).containsExactly("1");
    assertThat(product.stream(new Stream().addChange(null, Map.of()))).containsExactly("1");
  }

  @Test
  void aRecordThatIsNothingAtAllStopsTheBatchThere() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var event = Stream.message(group, "2026-06-01T00:00:00", "new").event();
    event.getRecords().add(null);
    // It has no number to name: Lambda takes that for the whole batch, and bisects.
    assertThat(product.updateMessageGroups().handleRequest(event, Product.context()))
        .extracting(response -> response.getBatchItemFailures().getFirst().getItemIdentifier())
        .isEqualTo("");
    assertThat(product.shown(group)).containsOnly("new");
  }

  // Law 6: a message that nobody's inbox shows has nothing to move, and must not stop the shard.
  @Test
  void aMessageThatNoInboxShowsIsDone() {
    assertThat(product.stream(Stream.message(UUID.randomUUID(), "2026-06-01T00:00:00", "x")))
        .isEmpty();
  }

  // Law 7: the filter's half is tested where the filter is evaluated; this is the code's.
  @Test
  void itsOwnWritesNeverMakeItWrite() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.send(product.andrew, group, "hi");
    product.streamMessages(group);
    var before = product.rows().all();
    var own = new Stream();
    before.stream()
        .filter(row -> row.get("pk").s().startsWith("GRP#"))
        .forEach(row -> own.add("INSERT", row).add("REMOVE", row));
    product.faults.none();
    assertThat(product.stream(own)).isEmpty();
    assertThat(product.faults.operations()).isEmpty();
  }

  private static software.amazon.awssdk.http.HttpExecuteResponse failFor(Call call, UUID group)
      throws java.io.IOException {
    return call.body().contains(group.toString())
        ? call.error("ResourceNotFoundException")
        : call.send();
  }

  private Map<String, AttributeValue> news(UUID group, String text) {
    return Table.row(
        "MSG#" + group,
        text.startsWith("newer") ? "2026-06-02T00:00:00" : "2026-06-01T00:00:00",
        "message",
        text);
  }

  private static Map<String, AttributeValue> changed(Map<String, AttributeValue> message) {
    return with(with(message, "message", "changed"), "sk", "2027-01-01T00:00:00");
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> row, String name, String value) {
    var other = new HashMap<>(row);
    other.put(name, AttributeValue.fromS(value));
    return other;
  }

  private static Map<String, AttributeValue> without(Map<String, AttributeValue> row, String name) {
    var other = new HashMap<>(row);
    other.remove(name);
    return other;
  }
}
