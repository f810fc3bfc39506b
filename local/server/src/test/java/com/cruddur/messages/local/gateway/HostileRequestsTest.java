package com.cruddur.messages.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Readers;
import com.cruddur.messages.testing.Stress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Requests of every hostile kind, through the gateway, into the functions, down to the stores: no
/// answer is a server's error, tells of the inside or is undocumented, and no row is left that a
/// reader stumbles over. 100,000 in the long form. A failure names the seed, `-Dcruddur.seed=…`
/// brings it back.
class HostileRequestsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int CONNECTIONS = 4;
  private static final Set<Integer> DOCUMENTED = Set.of(200, 204, 400, 401, 404, 413, 422);
  private static final Set<String> CODES =
      EnumSet.complementOf(EnumSet.of(ErrorCode.INTERNAL_ERROR, ErrorCode.UNAVAILABLE)).stream()
          .map(ErrorCode::code)
          .collect(Collectors.toSet());

  @RegisterExtension final Product product = new Product();

  private final long seed = Long.getLong("cruddur.seed", System.nanoTime());
  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
  private final LongAdder refusedByTheServer = new LongAdder();

  @Test
  void noRequestCausesAServerErrorOrARowThatBreaksAReader() throws Exception {
    var people = List.of(product.andrew, product.bayko, product.loren);
    var group = product.conversation(product.andrew, product.bayko, "Hello");
    var groups = List.of(group, UUID.randomUUID(), new UUID(0, 0));
    var factory =
        new HostileRequest.Factory(
            people, people.stream().map(HostileRequestsTest::token).toList(), groups);
    var count = Stress.times(2_000, 100_000);
    var throttle = new Throttle(1e9, 1_000_000, InstantSource.system());
    try (var gateway = TestGateway.of(product, Caller.trusted(), throttle);
        var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      var running = new ArrayList<Future<?>>();
      for (var i = 0; i < CONNECTIONS; i++) {
        var part = seed + i;
        running.add(
            threads.submit(
                () -> send(factory, new Random(part), count / CONNECTIONS, gateway.port())));
      }
      for (var part : running) {
        part.get();
      }
      assertThat(gateway.thrown()).as("seed " + seed).isEmpty();
    }
    System.out.printf(
        "seed %d, requests by status %s, refused by the HTTP server itself: %s%n",
        seed, statuses, refusedByTheServer);
    // Or nothing was tested.
    assertThat(refusedByTheServer.sum()).isLessThan(count / 5);
    assertThat(statuses.get(200).sum()).isGreaterThan(count / 12);
    assertThat(statuses.get(422).sum()).isGreaterThan(count / 50);
    new Readers(product).canReadEverythingOf(people);
  }

  private static String token(Person person) {
    return Caller.trusted().sign(Tokens.claims().subject(person.sub()));
  }

  private Void send(HostileRequest.Factory factory, Random random, int count, int port)
      throws Exception {
    try (var http = new RawHttp(port)) {
      for (var i = 0; i < count; i++) {
        var request = factory.any(random);
        var answer = http.send(request.bytes(), !request.method().equals("HEAD"));
        // The JDK's server answers by itself, or hangs up, to what is no HTTP; it stands for API
        // Gateway here.
        if (answer.status() == 0 || answer.body().startsWith("<h1>")) {
          assertThat(answer.status()).as("seed " + seed).isIn(0, 400, 404);
          refusedByTheServer.increment();
          continue;
        }
        statuses.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
        try {
          check(request, answer);
        } catch (AssertionError e) {
          var start = new String(request.bytes(), StandardCharsets.UTF_8);
          throw new AssertionError(
              "seed %d, request %d: %s"
                  .formatted(seed, i, start.substring(0, Math.min(3_000, start.length()))),
              e);
        }
      }
    }
    return null;
  }

  private static void check(HostileRequest request, RawHttp.Answer answer) throws Exception {
    assertThat(answer.status()).isIn(DOCUMENTED);
    assertThat(answer.body()).doesNotContain("Exception", "\tat ", "com.cruddur", "amazon");
    if (answer.body().isEmpty()) {
      assertThat(request.method().equals("HEAD") || answer.status() != 200).isTrue();
      return;
    }
    var json = JSON.readTree(answer.body());
    if (answer.status() != 200 && json.isArray()) {
      assertThat(json.valueStream().map(code -> code.textValue())).isNotEmpty().isSubsetOf(CODES);
    }
    if (answer.status() == 200 && request.method().equals("POST")) {
      acknowledgesWhatWasSent(request, json);
    }
  }

  // Half a surrogate pair would come back as a question mark.
  private static void acknowledgesWhatWasSent(HostileRequest request, JsonNode answer)
      throws IOException {
    var sent = JSON.readTree(new String(request.body(), StandardCharsets.UTF_8)).get("message");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(sent.textValue())).isTrue();
    if (answer.has("message") && !request.isIdempotent()) {
      assertThat(answer.get("message")).isEqualTo(sent);
    }
  }
}
