package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.Answer;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Pattern D: one conversation per pair.
class CreateMessageGroupTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void theFirstMessageOpensTheConversationForBothAtOnce() {
    var answer = product.send(product.andrew, product.bayko, "hello");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.object().size()).isOne();
    var group = UUID.fromString(answer.object().get("message_group_uuid").textValue());
    assertThat(product.list(product.andrew, group).all("message")).containsExactly("hello");
    assertThat(product.list(product.bayko, group).all("message")).containsExactly("hello");
    var inbox = product.inbox(product.bayko);
    assertThat(inbox.body())
        .isEqualTo(
            ("[{\"uuid\":\"%s\",\"display_name\":\"Andrew Brown\",\"handle\":\"%s\","
                    + "\"message\":\"hello\",\"created_at\":\"2026-05-04T10:00:00.123456+00:00\"}]")
                .formatted(group, product.andrew.handle()));
    assertThat(product.inbox(product.andrew).all("handle")).containsExactly(product.bayko.handle());
  }

  @Test
  void theIndexHoldsGroupRowsOnly() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.call(
        Route.CREATE_MESSAGE,
        product.andrew,
        Request.empty()
            .json(Map.of("message", "x", "message_group_uuid", group.toString()))
            .header("idempotency-key", "k"));
    assertThat(product.rows().all())
        .filteredOn(row -> row.containsKey("message_group_uuid"))
        .extracting(row -> row.get("pk").s().substring(0, 4))
        .containsOnly("GRP#");
  }

  @Test
  void aSecondMessageGoesIntoTheSameConversationWhoeverSendsIt() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.knows(product.bayko);
    product.faults.none();
    assertThat(product.conversation(product.bayko, product.andrew, "hi")).isEqualTo(group);
    assertThat(product.faults.operations()).containsExactly("GetItem", "Query", "PutItem");
    assertThat(product.list(product.andrew, group).all("message")).containsExactly("hello", "hi");
  }

  @Test
  void sixteenFirstMessagesAtOnceMakeOneConversation() throws Exception {
    for (var round = 0; round < 5; round++) {
      var one = product.person("One");
      var other = product.person("Other");
      var answers = race(one, other);
      assertThat(answers).extracting(Answer::status).containsOnly(200);
      var groups = new HashSet<String>();
      answers.forEach(answer -> groups.add(answer.object().get("message_group_uuid").textValue()));
      assertThat(groups).hasSize(1);
      var group = UUID.fromString(groups.iterator().next());
      assertThat(product.rows().messages(group))
          .extracting(row -> row.get("message").s())
          .containsExactlyInAnyOrderElementsOf(texts());
      assertThat(product.rows().under("GRP#" + one.uuid())).hasSize(1);
      assertThat(product.rows().under("GRP#" + other.uuid())).hasSize(1);
    }
  }

  @Test
  void sixteenMessagesAtOnceGoIntoTheConversationThePythonServiceMade() throws Exception {
    var group = UUID.randomUUID();
    product
        .rows()
        .pythonGroup(group, product.andrew, product.bayko, "2026-01-02T03:04:05+00:00", "old");
    var answers = race(product.andrew, product.bayko);
    assertThat(answers)
        .extracting(answer -> answer.object().get("message_group_uuid").textValue())
        .containsOnly(group.toString());
    assertThat(product.rows().messages(group)).hasSize(17);
  }

  @Test
  void ofTwoConversationsThePythonServiceMadeTheOneInUseIsThePairs() {
    var older = UUID.randomUUID();
    var newer = UUID.randomUUID();
    product
        .rows()
        .pythonGroup(older, product.andrew, product.bayko, "2026-01-02T09:00:00+05:30", "older");
    product
        .rows()
        .pythonGroup(newer, product.bayko, product.andrew, "2026-01-02T08:00:00", "newer");
    assertThat(product.conversation(product.andrew, product.bayko, "x")).isEqualTo(newer);
    assertThat(product.conversation(product.bayko, product.andrew, "y")).isEqualTo(newer);
    assertThat(product.list(product.andrew, older).all("message")).containsExactly("older");
  }

  @Test
  void aConversationWhoseInboxRowThePythonServiceLostIsTakenUpAndTheRowIsBack() {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, product.andrew, product.bayko, "2026-01-02T03:04:05", "old");
    product.rows().delete(product.rows().inbox(product.bayko.uuid(), group).getFirst());

    assertThat(product.conversation(product.bayko, product.andrew, "still there?"))
        .isEqualTo(group);

    assertThat(product.inbox(product.bayko).all("uuid")).containsExactly(group.toString());
    assertThat(product.inbox(product.bayko).all("handle")).containsExactly(product.andrew.handle());
    assertThat(product.list(product.bayko, group).all("message"))
        .containsExactly("old", "still there?");
  }

  @Test
  void aRowThatNamesNobodyIsNotTakenForLost() {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, product.andrew, product.bayko, "2026-05-01T00:00:00", "a");
    var row = new HashMap<>(product.rows().inbox(product.bayko.uuid(), group).getFirst());
    row.remove("user_uuid");
    product.rows().put(row);
    assertThat(product.conversation(product.andrew, product.bayko, "x")).isEqualTo(group);
    assertThat(product.rows().inbox(product.bayko.uuid(), group)).hasSize(1);
  }

  @Test
  void aLostRowIsBackAlsoWhereItsPlaceIsTaken() {
    var group = UUID.randomUUID();
    var at = "2026-01-02T03:04:05.000000+00:00";
    product.rows().pythonGroup(group, product.andrew, product.bayko, at, "old");
    product.rows().pythonGroup(UUID.randomUUID(), product.loren, product.bayko, at, "other");
    assertThat(product.rows().inbox(product.bayko.uuid(), group)).isEmpty();

    assertThat(product.conversation(product.bayko, product.andrew, "x")).isEqualTo(group);

    assertThat(product.inbox(product.bayko).all("message"))
        .containsExactlyInAnyOrder("old", "other");
  }

  @Test
  void whoeverCannotBeFoundIsNamed() {
    var nobody = new Person(UUID.randomUUID(), "nobody-" + UUID.randomUUID(), "Nobody", "nosub");
    refuses(product.send(product.andrew, nobody, "x"), "receiver_not_found");
    refuses(product.send(nobody, product.andrew, "x"), "sender_not_found");
    refuses(product.send(nobody, nobody, "x"), "sender_not_found", "receiver_not_found");
    refuses(product.send(product.andrew, product.andrew, "x"), "receiver_is_sender");
    refuses(
        product.post(product.andrew, Map.of("message", "x", "handle", "a\u0000b")),
        "receiver_not_found");
    assertThat(product.rows().all()).allMatch(row -> row.get("pk").s().startsWith("USR#"));
  }

  @Test
  void aHandleWithAtIsNotTheHandle() {
    refuses(
        product.post(
            product.andrew, Map.of("message", "x", "handle", "@" + product.bayko.handle())),
        "receiver_not_found");
  }

  @Test
  void twoConversationsOpenedInTheSameMicrosecondBothStandInTheInbox() {
    var first = product.conversation(product.andrew, product.bayko, "to bayko");
    var second = product.conversation(product.andrew, product.loren, "to loren");
    assertThat(product.inbox(product.andrew).all("uuid"))
        .containsExactly(second.toString(), first.toString());
    assertThat(product.rows().under("GRP#" + product.andrew.uuid()))
        .extracting(row -> row.get("sk").s())
        .containsExactly("2026-05-04T10:00:00.123456+00:00", "2026-05-04T10:00:00.123457+00:00");
    // Message and inbox rows of a conversation agree on the time.
    assertThat(product.rows().messages(second).getFirst().get("sk"))
        .isEqualTo(AttributeValue.fromS("2026-05-04T10:00:00.123457+00:00"));
  }

  private static void refuses(Answer answer, String... codes) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.codes()).containsExactly(codes);
  }

  private List<Answer> race(Person one, Person other) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var sends = new ArrayList<Callable<Answer>>();
      for (var i = 0; i < 16; i++) {
        var text = texts().get(i);
        var forth = i % 2 == 0;
        sends.add(() -> product.send(forth ? one : other, forth ? other : one, text));
      }
      var answers = new ArrayList<Answer>();
      for (var answer : executor.invokeAll(sends)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private static List<String> texts() {
    return IntStream.range(0, 16).mapToObj(i -> "message " + i).toList();
  }
}
