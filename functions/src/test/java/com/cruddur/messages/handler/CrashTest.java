package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.Answer;
import com.cruddur.messages.testing.Faults.Crash;
import com.cruddur.messages.testing.Faults.Fault;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Stream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The process dies before or after each single request of D and E; then the same thing is done
/// again, as a caller or Lambda would. Whatever it died after, nothing is lost and nothing is there
/// twice.
class CrashTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void aCrashAfterAnyRequestOfAFirstMessageLeavesAllOrNothing() {
    var crashes = 0;
    for (var when : When.values()) {
      for (var point = 0; ; point++) {
        var one = product.person("One");
        var other = product.person("Other");
        if (!crashes(when, point, () -> product.send(one, other, "hello"))) {
          break;
        }
        crashes++;
        var written = product.rows().under("GRP#" + one.uuid());
        assertThat(product.rows().under("GRP#" + other.uuid())).hasSameSizeAs(written);
        if (!written.isEmpty()) {
          var group = UUID.fromString(written.getFirst().get("message_group_uuid").s());
          assertThat(product.rows().messages(group)).hasSize(1);
          assertThat(product.list(other, group).status()).isEqualTo(200);
        }
        // Sent again, it goes into the same conversation.
        var group = product.conversation(one, other, "hello");
        assertThat(product.rows().under("GRP#" + one.uuid())).hasSize(1);
        assertThat(product.rows().under("GRP#" + other.uuid())).hasSize(1);
        assertThat(product.rows().messages(group)).hasSize(written.isEmpty() ? 1 : 2);
      }
    }
    assertThat(crashes).isEqualTo(8);
  }

  @Test
  void aCrashAfterAnyRequestWithAnIdempotencyKeySendsOnce() {
    for (var when : When.values()) {
      for (var point = 0; ; point++) {
        var one = product.person("One");
        var other = product.person("Other");
        var request =
            Request.empty()
                .json(Map.of("message", "hello", "handle", other.handle()))
                .header("idempotency-key", "k");
        if (!crashes(when, point, () -> product.call(Route.CREATE_MESSAGE, one, request))) {
          break;
        }
        var answer = product.call(Route.CREATE_MESSAGE, one, request);
        assertThat(answer.status()).isEqualTo(200);
        var group = UUID.fromString(answer.object().get("message_group_uuid").textValue());
        assertThat(product.rows().messages(group)).hasSize(1);

        var next =
            Request.empty()
                .json(Map.of("message", "more", "message_group_uuid", group.toString()))
                .header("idempotency-key", "k2");
        crashes(when, point, () -> product.call(Route.CREATE_MESSAGE, one, next));
        Answer again = product.call(Route.CREATE_MESSAGE, one, next);
        assertThat(again.object().get("message").textValue()).isEqualTo("more");
        assertThat(product.rows().messages(group)).hasSize(2);
      }
    }
  }

  @Test
  void aCrashAfterAnyRequestOfTakingUpAnOldConversationLosesNothing() {
    for (var when : When.values()) {
      for (var point = 0; ; point++) {
        var one = product.person("One");
        var other = product.person("Other");
        var group = UUID.randomUUID();
        product.rows().pythonGroup(group, one, other, "2026-01-01T00:00:00", "old");
        product.rows().delete(product.rows().inbox(one.uuid(), group).getFirst());
        if (!crashes(when, point, () -> product.send(one, other, "hello"))) {
          break;
        }
        assertThat(product.conversation(one, other, "hello again")).isEqualTo(group);
        assertThat(product.rows().inbox(one.uuid(), group)).hasSize(1);
        assertThat(product.rows().inbox(other.uuid(), group)).hasSize(1);
        assertThat(product.rows().messages(group)).hasSizeBetween(2, 3);
      }
    }
  }

  @Test
  void aCrashAfterAnyRequestOfARewriteLosesAndDoublesNothing() {
    var crashes = 0;
    for (var when : When.values()) {
      for (var point = 0; ; point++) {
        var one = product.person("One");
        var other = product.person("Other");
        var third = product.person("Third");
        var first = product.conversation(one, other, "old");
        var second = product.conversation(one, third, "old");
        var batch = new Stream();
        for (var group : List.of(first, second)) {
          var row = new HashMap<>(product.rows().inbox(one.uuid(), group).getFirst());
          row.put("pinned", row.get("pk"));
          product.rows().put(row);
          product.send(one, group, "new");
          batch.add("INSERT", product.rows().messages(group).getLast());
        }
        if (!crashes(when, point, () -> product.stream(batch))) {
          break;
        }
        crashes++;
        for (var group : List.of(first, second)) {
          assertThat(product.rows().inbox(one.uuid(), group)).hasSize(1);
        }
        assertThat(product.stream(batch)).isEmpty();
        for (var group : List.of(first, second)) {
          var row = product.rows().inbox(one.uuid(), group);
          assertThat(row).hasSize(1);
          assertThat(row.getFirst().get("message").s()).isEqualTo("new");
          assertThat(row.getFirst()).containsKey("pinned");
        }
        assertThat(product.rows().inbox(other.uuid(), first).getFirst().get("message").s())
            .isEqualTo("new");
        assertThat(product.rows().inbox(third.uuid(), second).getFirst().get("message").s())
            .isEqualTo("new");
      }
    }
    // Two conversations cost four requests, five where the second gives way in the common inbox.
    assertThat(crashes).isGreaterThanOrEqualTo(8);
  }

  private enum When {
    BEFORE,
    AFTER
  }

  // Runs `work` and lets it die at request number `point`; false when it never got that far.
  private boolean crashes(When when, int point, Runnable work) {
    Fault fault =
        call -> {
          if (call.number() != point) {
            return call.send();
          }
          if (when == When.AFTER) {
            var body = call.send().responseBody();
            if (body.isPresent()) {
              body.get().close();
            }
          }
          throw new Crash();
        };
    product.faults.inject(fault);
    try {
      work.run();
      return false;
    } catch (Crash e) {
      return true;
    } finally {
      product.faults.none();
    }
  }
}
