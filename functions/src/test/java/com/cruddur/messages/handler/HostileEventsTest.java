package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.JsonMutations;
import com.cruddur.messages.testing.Log;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Stress;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Events as no gateway sends them: whatever is missing, of another type or wrongly said to be
/// Base64, the function answers, and never with a server's error. A failure names the seed,
/// `-Dcruddur.seed=…` brings it back.
class HostileEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TEXTS =
      List.of(
          "\"\"",
          "\" \"",
          "\"text\"",
          "\"e30=\"",
          "\"!\"",
          "\"eyJ\"",
          "\"gICA\"",
          "\"{}\"",
          "\"{\"",
          "\"[]\"",
          "\"null\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\ud83d\\ude00\"",
          "true",
          "false",
          "null",
          "\"101\"",
          "\"0\"",
          "\"1\"");
  private static final List<String> OBJECTS = List.of("{}", "null", "{\"x\":\"y\"}");
  private static final List<String> ANYTHING = List.of("1", "1e400", "[]", "[null]", "{\"x\":1}");

  @RegisterExtension final Product product = new Product();

  private final String marker = "marker-" + UUID.randomUUID();
  private final long seed = Long.getLong("cruddur.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final JsonMutations mutations =
      new JsonMutations(random, Set.of(), OBJECTS, TEXTS, ANYTHING);
  private int answered;

  @Test
  void everyEventIsAnsweredAndNeverWithAServersError() throws JsonProcessingException {
    var group = product.conversation(product.andrew, product.bayko, marker);
    var times = Stress.times(300, 20_000);
    for (var i = 0; i < times; i++) {
      var route = Route.values()[random.nextInt(Route.values().length)];
      var event =
          (ObjectNode) JSON.readTree(request(route, group).eventJson(route, product.andrew.sub()));
      mutations.mutate(event);
      try {
        check(route, event);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed %d, event %d: %s".formatted(seed, i, event), e);
      }
    }
    System.out.printf("seed %d, %d events, %d answered%n", seed, times, answered);
    // The others were no events to the runtime.
    assertThat(answered).isGreaterThan(times / 2);
    assertThat(product.inbox(product.bayko).status()).isEqualTo(200);
    assertThat(product.list(product.bayko, group, Map.of("limit", "100")).status()).isEqualTo(200);
    assertThat(Log.text()).doesNotContain(marker);
  }

  private Request request(Route route, UUID group) {
    return switch (route) {
      case LIST_MESSAGES ->
          Request.path("message_group_uuid", group.toString())
              .query(Map.of("limit", "5", "year", "2026"));
      case LIST_MESSAGE_GROUPS -> Request.empty().query(Map.of("limit", "5"));
      case CREATE_MESSAGE ->
          Request.empty()
              .json(Map.of("message", marker, "message_group_uuid", group.toString()))
              .header("idempotency-key", "k" + random.nextInt(3));
      case SHOW_USER -> Request.path("handle", "@" + product.bayko.handle());
    };
  }

  private void check(Route route, ObjectNode json) {
    APIGatewayV2HTTPEvent event;
    try {
      event =
          LambdaEventSerializers.serializerFor(
                  APIGatewayV2HTTPEvent.class, getClass().getClassLoader())
              .fromJson(json.toString());
    } catch (RuntimeException e) {
      return;
    }
    var answer = product.handler(route).handleRequest(event, Product.context());
    answered++;
    assertThat(answer.getStatusCode()).isIn(200, 400, 404, 422);
    assertThat(answer.getBody()).doesNotContain("Exception");
  }
}
