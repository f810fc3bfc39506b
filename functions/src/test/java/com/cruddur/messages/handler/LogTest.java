package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.Faults.Fault;
import com.cruddur.messages.testing.Log;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Stream;
import com.cruddur.messages.user.PostgresUserDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the log says of a failure, and what it never says, at its most talkative.
class LogTest {
  @RegisterExtension final Product product = new Product();

  private final String marker = "marker-" + UUID.randomUUID();

  @Test
  void everythingOfAFaultReachesTheLogWithItsRequestIdAndNothingReachesTheCaller() {
    product.faults.inject(call -> call.error("ResourceNotFoundException"));
    var answer = product.inbox(product.andrew);
    assertThat(answer.body()).isEqualTo("[\"internal_error\"]");
    assertThat(Log.text())
        .contains("request " + product.lastRequestId)
        .contains("ResourceNotFoundException: injected");
  }

  @Test
  void anUnreachableUsersDatabaseReachesTheLogWithItsRequestId() {
    try (var nowhere =
        new PostgresUserDirectory("jdbc:postgresql://127.0.0.1:1/x?user=u&password=" + marker)) {
      product.over(nowhere).inbox(product.andrew);
      assertThat(Log.text()).contains("request " + product.lastRequestId).doesNotContain(marker);
    }
  }

  @Test
  void noMessageTextReachesTheLogWhateverFails() {
    var group = product.conversation(product.andrew, product.bayko, marker);
    var faults =
        List.<Fault>of(
            call -> call.error("ResourceNotFoundException"),
            call -> call.error("ValidationException"),
            call -> call.conflict(),
            call -> {
              throw new IOException("connection reset");
            },
            call -> call.operation().equals("Query") ? call.send() : call.loseAnswer());
    for (var fault : faults) {
      product.faults.inject(fault);
      product.send(product.andrew, group, marker);
      product.send(product.andrew, product.loren, marker);
      product.call(
          Route.CREATE_MESSAGE,
          product.andrew,
          Request.empty()
              .json(Map.of("message", marker, "handle", product.loren.handle()))
              .header("idempotency-key", marker));
      product.list(product.andrew, group);
      product.stream(Stream.message(group, "2026-06-01T00:00:00", marker));
    }
    product.faults.none();
    product.stream(Stream.message(group, "no time", marker));
    product.rows().put("MSG#" + group, "2026-05-03T00:00:00", "message", marker);
    product.rows().put("MSG#" + group, "~", "message", marker);
    product.list(product.andrew, group);
    product.send(product.andrew, group, marker);
    product.call(
        Route.CREATE_MESSAGE, product.andrew, Request.empty().body("{\"message\":" + marker + "}"));
    assertThat(Log.text()).contains(group.toString()).doesNotContain(marker);
  }
}
