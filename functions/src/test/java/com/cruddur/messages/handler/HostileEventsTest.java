package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.event.EventSerializer;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.testing.JsonMutations;
import com.cruddur.messages.testing.Log;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Readers;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Stress;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Events that no gateway of ours would make: with anything missing or null, bodies that are not
/// what their flag says, texts of any kind everywhere. Each gets a documented answer, and what it
/// wrote can be read. A failure names the seed, `-Dcruddur.seed=…` brings it back.
class HostileEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> DOCUMENTED = Set.of(200, 400, 404, 422);
  private static final Set<String> CODES =
      EnumSet.complementOf(EnumSet.of(ErrorCode.INTERNAL_ERROR, ErrorCode.UNAVAILABLE)).stream()
          .map(ErrorCode::code)
          .collect(Collectors.toSet());
  private static final List<String> TEXTS =
      List.of(
          "null",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"a\\udc00\\ud83d\\ude00\"",
          "\"-1\"",
          "\"101\"",
          "\"1e9\"",
          "\"%00\"",
          "\"@\"",
          "\"\\r\\nx: y\"",
          "\"AAAA\"",
          "\"====\"",
          "\"2026\"",
          "\"\\u0662\\u0660\\u0662\\u0666\"");
  private static final List<String> OBJECTS = List.of("{}", "null", "{\"x\":\"y\"}");
  private static final List<String> ANYTHING =
      List.of("1", "1e400", "true", "[]", "[null]", "{}", "{\"x\":{}}");

  @RegisterExtension final Product product = new Product();

  private final long seed = Long.getLong("cruddur.seed", System.nanoTime());
  private final Random random = new Random(seed);
  // The gateway found the route by the path, so that is what it says.
  private final JsonMutations mutations =
      new JsonMutations(random, Set.of("rawPath"), OBJECTS, TEXTS, ANYTHING);
  private final String marker = "marker-" + UUID.randomUUID();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private int refusedByTheRuntime;

  @Test
  void everyEventGetsADocumentedAnswerAndLeavesNoRowThatBreaksAReader() {
    var people = List.of(product.andrew, product.bayko, product.loren);
    var group = product.conversation(product.andrew, product.bayko, "Hello");
    var times = Stress.times(1_000, 50_000);
    for (var i = 0; i < times; i++) {
      var route = one(List.of(Route.values()));
      var event = event(route, one(people), one(people), group);
      if (random.nextInt(4) > 0) {
        mutations.mutate(event);
      }
      try {
        check(route, event);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed %d, event %d: %s".formatted(seed, i, event), e);
      }
    }
    System.out.printf(
        "seed %d, events by status %s, %d refused by the runtime%n",
        seed, statuses, refusedByTheRuntime);
    // Or nothing was tested.
    assertThat(statuses.get(200)).isGreaterThan(times / 10);
    assertThat(statuses.get(422)).isGreaterThan(times / 20);
    assertThat(refusedByTheRuntime).isLessThan(times / 5);
    assertThat(Log.text()).doesNotContain(marker);
    new Readers(product).canReadEverythingOf(people);
  }

  private void check(Route route, JsonNode event) {
    APIGatewayV2HTTPEvent read;
    try {
      read = new EventSerializer().fromJson(event.toString(), APIGatewayV2HTTPEvent.class);
    } catch (RuntimeException e) {
      // Lambda could not make an event of it; no gateway sends such a one.
      refusedByTheRuntime++;
      return;
    }
    var answer = product.handler(route).handleRequest(read, Product.context());
    statuses.merge(answer.getStatusCode(), 1, Integer::sum);
    assertThat(answer.getStatusCode()).isIn(DOCUMENTED);
    assertThat(answer.getHeaders().values()).noneMatch(value -> value.matches("(?s).*[\r\n].*"));
    assertThat(answer.getBody()).doesNotContain("Exception", "\tat ", "com.cruddur", "amazon");
    assertThat(codes(answer)).isSubsetOf(CODES);
  }

  private static List<String> codes(APIGatewayV2HTTPResponse answer) {
    var body = tree(answer.getBody());
    return answer.getStatusCode() == 200
        ? List.of()
        : body.valueStream().map(JsonNode::textValue).toList();
  }

  private ObjectNode event(Route route, Person caller, Person other, UUID group) {
    var request =
        switch (route) {
          case LIST_MESSAGES -> Request.path("message_group_uuid", group.toString()).query(query());
          case LIST_MESSAGE_GROUPS -> Request.empty().query(query());
          case CREATE_MESSAGE -> sending(other, group);
          case SHOW_USER -> Request.path("handle", "@" + other.handle());
        };
    return (ObjectNode) tree(request.eventJson(route, caller.sub()));
  }

  private static Map<String, String> query() {
    return Map.of("limit", "2", "year", "2026");
  }

  private Request sending(Person other, UUID group) {
    var to =
        random.nextBoolean()
            ? Map.of("message", marker, "handle", other.handle())
            : Map.of("message", marker, "message_group_uuid", group.toString());
    var plain = Request.empty().header("idempotency-key", "k" + random.nextInt(20)).json(to);
    return switch (random.nextInt(4)) {
      case 0 -> plain.base64Body(plain.body());
      case 1 -> plain.body(base64(plain.body()));
      case 2 -> plain.base64Body(base64(plain.body()));
      default -> plain;
    };
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }
}
