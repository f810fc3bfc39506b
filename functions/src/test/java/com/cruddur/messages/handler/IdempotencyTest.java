package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.Answer;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same `Idempotency-Key` from the same sender gets the first answer again, for 24 hours.
class IdempotencyTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void theSameKeyGetsTheFirstAnswerAgain() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var first = send(product.andrew, group, "once", "key");
    product.at("2026-05-05T10:00:00Z");
    assertThat(send(product.andrew, group, "once", "key")).isEqualTo(first);
    assertThat(send(product.andrew, group, "once", " key ")).isEqualTo(first);
    assertThat(product.rows().messages(group)).hasSize(2);
  }

  @Test
  void itIsOneTransactionBesideTheReads() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.faults.none();
    send(product.andrew, group, "once", "key");
    assertThat(product.faults.operations())
        .containsExactly("GetItem", "Query", "TransactWriteItems");
  }

  @Test
  void aFirstMessageToSomebodyIsSentOnceToo() {
    var first = sendTo(product.andrew, product.bayko, "hello", "key");
    var again = sendTo(product.andrew, product.bayko, "hello", "key");
    assertThat(first.status()).isEqualTo(200);
    assertThat(again).isEqualTo(first);
    var group = UUID.fromString(first.object().get("message_group_uuid").textValue());
    assertThat(product.rows().messages(group)).hasSize(1);
  }

  @Test
  void anotherSenderOrAnotherKeyIsAnotherMessage() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    send(product.andrew, group, "x", "key");
    send(product.bayko, group, "x", "key");
    send(product.andrew, group, "x", "another key");
    send(product.andrew, group, "x", " ");
    send(product.andrew, group, "x", "");
    assertThat(product.rows().messages(group)).hasSize(6);
  }

  @Test
  void theKeyCountsForADay() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.at("2026-05-04T10:00:00Z");
    var first = send(product.andrew, group, "x", "key");
    product.at("2026-05-05T09:59:59Z");
    assertThat(send(product.andrew, group, "x", "key")).isEqualTo(first);
    product.at("2026-05-05T10:00:01Z");
    var next = send(product.andrew, group, "x", "key");
    assertThat(next.object().get("uuid")).isNotEqualTo(first.object().get("uuid"));
    assertThat(send(product.andrew, group, "x", "key")).isEqualTo(next);
    assertThat(product.rows().messages(group)).hasSize(3);
  }

  @Test
  void theDayIsCountedByTheClockAlsoWhereAConversationIsAheadOfIt() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var ahead = UUID.randomUUID();
    product
        .rows()
        .pythonGroup(ahead, product.andrew, product.loren, "2026-06-30T00:00:00", "from afar");
    var first = send(product.andrew, group, "x", "key");
    assertThat(send(product.andrew, ahead, "x", "key").object().get("uuid"))
        .isEqualTo(first.object().get("uuid"));
    assertThat(product.rows().messages(ahead)).hasSize(1);
  }

  @Test
  void dynamoDbMayForgetTheKeyAfterThatDay() {
    product.at("2026-05-04T10:00:00Z");
    sendTo(product.andrew, product.bayko, "hello", "key");
    var row = product.rows().under("IDM#" + product.andrew.uuid()).getFirst();
    assertThat(row.get("expires_at").n()).isEqualTo("1777975200");
    assertThat(row).doesNotContainKey("message").doesNotContainKey("message_group_uuid");
  }

  @Test
  void sixteenAtOnceWithOneKeyAreOneMessage() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer> send = () -> sendTo(product.andrew, product.bayko, "hello", "key");
      var answers = executor.invokeAll(Collections.nCopies(16, send));
      var first = answers.getFirst().get();
      assertThat(first.status()).isEqualTo(200);
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(first);
      }
      var group = UUID.fromString(first.object().get("message_group_uuid").textValue());
      assertThat(product.rows().messages(group)).hasSize(1);
    }
  }

  @Test
  void theFirstAnswerComesAgainAlsoWhenTheReceiverIsCalledOtherwiseByNow() {
    var first = sendTo(product.andrew, product.bayko, "hello", "key");
    product
        .stores()
        .execute(
            "UPDATE public.users SET handle = handle || '-new' WHERE uuid = '%s'"
                .formatted(product.bayko.uuid()));
    product.at(product.now().plusSeconds(120));
    assertThat(sendTo(product.andrew, product.bayko, "hello", "key")).isEqualTo(first);
    assertThat(sendTo(product.andrew, product.bayko, "hello", "another").codes())
        .containsExactly("receiver_not_found");
  }

  @Test
  void theFirstAnswerComesAgainWhateverTheKeyIsUsedForNext() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var first = send(product.andrew, group, "x", "key");
    assertThat(sendTo(product.andrew, product.loren, "x", "key")).isEqualTo(first);
    assertThat(sendTo(product.andrew, product.bayko, "x", "key")).isEqualTo(first);
    assertThat(send(product.andrew, UUID.randomUUID(), "x", "key")).isEqualTo(first);
    var opened = sendTo(product.andrew, product.loren, "hello", "second key");
    assertThat(send(product.andrew, group, "x", "second key")).isEqualTo(opened);
    assertThat(product.rows().messages(group)).hasSize(2);
  }

  @Test
  void aRefusedRequestUsesNoKeyUp() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    assertThat(send(product.andrew, group, " ", "key").status()).isEqualTo(422);
    assertThat(send(product.loren, group, "x", "key").status()).isEqualTo(404);
    assertThat(send(product.andrew, group, "x", "key").status()).isEqualTo(200);
  }

  private Answer send(Person sender, UUID group, String text, String key) {
    var fields = Map.of("message", text, "message_group_uuid", group.toString());
    return product.call(
        Route.CREATE_MESSAGE, sender, Request.empty().json(fields).header("idempotency-key", key));
  }

  private Answer sendTo(Person sender, Person receiver, String text, String key) {
    var fields = Map.of("message", text, "handle", receiver.handle());
    return product.call(
        Route.CREATE_MESSAGE, sender, Request.empty().json(fields).header("idempotency-key", key));
  }
}
