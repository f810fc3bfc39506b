package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.Faults.Fault;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.user.PostgresUserDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What DynamoDB says when it is busy: transactions that conflict, throttling, failures, lost
/// answers.
class ContentionTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void aTransactionThatMetAnotherOneIsSentAgain() {
    product.faults.inject(everyOther("TransactWriteItems", call -> call.conflict()));
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.send(product.andrew, group, "hi");
    assertThat(product.streamMessages(group)).isEmpty();
    assertThat(product.inbox(product.bayko).all("message")).containsExactly("hi");
    assertThat(product.faults.operations().stream().filter("TransactWriteItems"::equals))
        .hasSize(4);
  }

  @Test
  void aSingleWriteThatMetATransactionIsSentAgain() {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, product.andrew, product.bayko, "2026-05-01T00:00:00", "a");
    product.faults.inject(
        everyOther("PutItem", call -> call.error("TransactionConflictException")));
    assertThat(product.list(product.andrew, group).status()).isEqualTo(200);
    assertThat(product.send(product.andrew, group, "x").status()).isEqualTo(200);
    product.faults.inject(
        call ->
            call.operation().equals("PutItem")
                ? call.error("TransactionConflictException")
                : call.send());
    assertThat(product.send(product.andrew, group, "y").status()).isEqualTo(503);
  }

  @Test
  void aTransactionThatAlwaysMeetsOthersIsReportedNotSwallowed() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.send(product.andrew, group, "hi");
    product.faults.inject(
        call -> call.operation().equals("TransactWriteItems") ? call.conflict() : call.send());
    assertThat(product.streamMessages(group)).containsExactly("1");
    var answer = product.send(product.andrew, product.loren, "hello");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.codes()).containsExactly("unavailable");
    product.faults.none();
    assertThat(product.inbox(product.bayko).all("message")).containsExactly("hello");
    assertThat(product.inbox(product.loren).all("message")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ProvisionedThroughputExceededException",
        "ThrottlingException",
        "RequestLimitExceeded",
        "InternalServerError"
      })
  void aRequestThatWasSlowedDownIsSentAgain(String error) {
    product.faults.inject(
        call -> call.number() % 2 == 0 ? call.respond(status(error), body(error)) : call.send());
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.send(product.andrew, group, "hi");
    assertThat(product.streamMessages(group)).isEmpty();
    assertThat(product.inbox(product.bayko).all("message")).containsExactly("hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ProvisionedThroughputExceededException",
        "ThrottlingException",
        "InternalServerError"
      })
  void aTableThatIsNotToBeHadIsUnavailable(String error) {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.faults.inject(call -> call.respond(status(error), body(error)));
    for (var answer :
        List.of(
            product.list(product.andrew, group),
            product.inbox(product.andrew),
            product.send(product.andrew, group, "x"),
            product.send(product.andrew, product.bayko, "x"))) {
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body()).isEqualTo("[\"unavailable\"]");
    }
    assertThat(product.streamMessages(group)).containsExactly("1");
  }

  @Test
  void aTableThatCannotBeReachedIsUnavailable() {
    product.faults.inject(
        call -> {
          throw new IOException("connection refused");
        });
    assertThat(product.inbox(product.andrew).status()).isEqualTo(503);
  }

  @Test
  void usersThatCannotBeLookedUpAreUnavailable() {
    try (var nowhere = new PostgresUserDirectory("jdbc:postgresql://127.0.0.1:1/x?user=u")) {
      var answer = product.over(nowhere).inbox(product.andrew);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body()).isEqualTo("[\"unavailable\"]");
    }
  }

  @Test
  void whatNobodyForesawIsAnInternalErrorAndShowsNothingOfIt() {
    product.faults.inject(call -> call.error("ResourceNotFoundException"));
    var answer = product.inbox(product.andrew);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("[\"internal_error\"]");
  }

  @Test
  void aMessageWhoseAnswerWasLostIsNotSentTwice() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.faults.inject(
        call ->
            call.operation().equals("PutItem") && call.number() < 4
                ? call.loseAnswer()
                : call.send());
    var answer = product.send(product.andrew, group, "once");
    product.faults.none();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(product.rows().messages(group)).hasSize(2);
    assertThat(product.list(product.andrew, group).all("uuid").getLast())
        .isEqualTo(answer.object().get("uuid").textValue());
  }

  @Test
  void aTransactionWhoseAnswerWasLostIsNotDoneTwice() {
    product.faults.inject(
        everyOther("TransactWriteItems", com.cruddur.messages.testing.Faults.Call::loseAnswer));
    var first =
        product.call(
            Route.CREATE_MESSAGE,
            product.andrew,
            Request.empty()
                .json(Map.of("message", "once", "handle", product.bayko.handle()))
                .header("idempotency-key", "k"));
    assertThat(first.status()).isEqualTo(200);
    var group = UUID.fromString(first.object().get("message_group_uuid").textValue());
    product.send(product.bayko, group, "hi");
    assertThat(product.streamMessages(group)).isEmpty();
    product.faults.none();
    assertThat(product.rows().messages(group)).hasSize(2);
    assertThat(product.inbox(product.andrew).all("message")).containsExactly("hi");
  }

  @Test
  void aMessageSortsAfterEveryMessageItsSenderCouldHaveRead() {
    product.at("2026-05-04T10:00:02Z");
    var group = product.conversation(product.andrew, product.bayko, "from a clock ahead");
    product.at("2026-05-04T10:00:00Z");
    var answer = product.send(product.bayko, group, "from a clock behind");
    assertThat(answer.object().get("created_at").textValue())
        .isEqualTo("2026-05-04T10:00:02.000001+00:00");
    assertThat(product.list(product.andrew, group).all("message"))
        .containsExactly("from a clock ahead", "from a clock behind");
  }

  @Test
  void aMessageSortsAfterOneThatThePythonServiceWroteInAnotherOffset() {
    var group = UUID.randomUUID();
    product
        .rows()
        .pythonGroup(group, product.andrew, product.bayko, "2026-05-04T15:00:00+05:30", "old");
    product.at("2026-05-04T10:00:00Z");
    var prev = product.list(product.andrew, group).link("prev").orElseThrow();
    product.send(product.bayko, group, "new");
    assertThat(product.list(product.andrew, group, prev).all("message")).containsExactly("new");
    assertThat(product.list(product.andrew, group).all("message")).containsExactly("old", "new");
  }

  @Test
  void messagesThatWantTheSameMicrosecondAreAllThere() throws Exception {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var sends = new ArrayList<Callable<Integer>>();
      for (var i = 0; i < 32; i++) {
        var text = "message " + i;
        var sender = i % 2 == 0 ? product.andrew : product.bayko;
        sends.add(() -> product.send(sender, group, text).status());
      }
      for (var status : executor.invokeAll(sends)) {
        assertThat(status.get()).isEqualTo(200);
      }
    }
    assertThat(product.rows().messages(group))
        .extracting(row -> row.get("message").s())
        .doesNotHaveDuplicates()
        .hasSize(33);
  }

  private static Fault everyOther(String operation, Fault fault) {
    var count = new AtomicInteger();
    return call ->
        call.operation().equals(operation) && count.getAndIncrement() % 2 == 0
            ? fault.answer(call)
            : call.send();
  }

  private static int status(String error) {
    return error.equals("InternalServerError") ? 500 : 400;
  }

  private static String body(String error) {
    return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"x\"}"
        .formatted(error);
  }
}
