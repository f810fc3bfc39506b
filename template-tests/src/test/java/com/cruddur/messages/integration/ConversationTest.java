package com.cruddur.messages.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.integration.product.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// People talk.
@ExtendWith(OnTarget.class)
class ConversationTest {
  @Test
  void firstMessagesAtOnceOpenOneConversationWhichBothInboxesShow(Api api)
      throws InterruptedException, ExecutionException {
    var from = api.users().sender();
    var to = api.users().newcomer();
    assertThat(api.inbox(to).json()).isEmpty();
    var text = text();
    var opened = atOnce(4, () -> api.sendTo(from, to, text));
    assertThat(opened).hasSize(4).containsOnly(opened.getFirst());
    api.awaitInInboxes(opened.getFirst(), text, from, to);
    assertThat(api.inbox(to).json()).hasSize(1);
    var messages = api.list(to, opened.getFirst(), Map.of());
    assertThat(messages.all("message")).containsExactly(text, text, text, text);
    assertThat(messages.all("handle")).containsOnly(from.handle());
  }

  @Test
  void messagesAreReadOldestFirstAndPageByPage(Api api) {
    var from = api.users().sender();
    var to = api.users().receiver();
    var group = api.sendTo(from, to, text());
    var texts = List.of(text(), text(), text(), text(), text());
    texts.forEach(text -> api.send(from, group, text));

    var newest = api.list(to, group, Map.of("limit", "2"));
    assertThat(newest.status()).isEqualTo(200);
    assertThat(newest.all("message")).isEqualTo(texts.subList(3, 5));
    var older = api.list(to, group, newest.link("next").orElseThrow());
    assertThat(older.all("message")).isEqualTo(texts.subList(1, 3));
    var oldest = api.list(to, group, older.link("next").orElseThrow());
    assertThat(oldest.all("message")).element(1).isEqualTo(texts.getFirst());

    var later = text();
    api.send(to, group, later);
    var caughtUp = api.list(to, group, newest.link("prev").orElseThrow());
    assertThat(caughtUp.all("message")).containsExactly(later);
  }

  @Test
  void everyMessageMovesTheConversationInBothInboxes(Api api) {
    var one = api.users().sender();
    var other = api.users().receiver();
    var question = text();
    var group = api.sendTo(one, other, question);
    api.awaitInInboxes(group, question, one, other);
    var reply = text();
    api.send(other, group, reply);
    api.awaitInInboxes(group, reply, one, other);
    assertThat(api.inbox(one).all("uuid")).startsWith(group);
  }

  @Test
  void burstEndsWithItsLastMessageInEveryInboxAndNoneIsLost(Api api)
      throws InterruptedException, ExecutionException {
    var one = api.users().sender();
    var other = api.users().receiver();
    var group = api.sendTo(one, other, text());
    var sent = atOnce(20, () -> api.send(one, group, text()));
    var messages = api.list(other, group, Map.of("limit", "20"));
    assertThat(messages.all("uuid")).containsExactlyInAnyOrderElementsOf(sent);
    api.awaitInInboxes(group, messages.all("message").getLast(), one, other);
  }

  @Test
  void repeatedRequestIsAnsweredAgainAndSendsNothing(Api api) {
    var from = api.users().sender();
    var to = api.users().receiver();
    var group = api.sendTo(from, to, text());
    var text = text();
    var request =
        Api.sending(Map.of("message", text, "message_group_uuid", group))
            .by(from)
            .header("idempotency-key", UUID.randomUUID().toString());
    var first = api.target().call(request);
    var second = api.target().call(request);
    assertThat(first.status()).isEqualTo(200);
    assertThat(second).extracting(Answer::status, Answer::json).containsExactly(200, first.json());
    assertThat(api.list(to, group, Map.of()).where("message", text)).hasSize(1);
  }

  private static String text() {
    return "Sent by a test: " + UUID.randomUUID();
  }

  private static <T> List<T> atOnce(int times, Callable<T> call)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (Future<T> result : threads.invokeAll(Collections.nCopies(times, call))) {
        results.add(result.get());
      }
      return results;
    }
  }
}
