package com.cruddur.messages.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stress;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Requests of every hostile kind, through the gateway, into the functions, down to the stores: no
/// answer is a server's error, tells of the inside or is undocumented, and no row is left that a
/// reader stumbles over. 100,000 in the long form. A failure names the seed, `-Dcruddur.seed=…`
/// brings it back.
class HostileRequestsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int CONNECTIONS = 4;
  // 0: the HTTP server hung up.
  private static final Set<Integer> DOCUMENTED = Set.of(200, 204, 400, 401, 404, 413, 422);
  private static final Set<String> CODES =
      Arrays.stream(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toSet());

  @RegisterExtension final Product product = new Product();

  private final long seed = Long.getLong("cruddur.seed", System.nanoTime());
  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

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
    System.out.println("seed " + seed + ", requests by status " + statuses);
    // Or nothing was tested.
    assertThat(statuses.get(200).sum()).isGreaterThan(count / 8);
    assertThat(statuses.get(422).sum()).isGreaterThan(count / 50);
    everybodyCanReadEverything(people);
    assertThat(product.rows().all()).allMatch(HostileRequestsTest::isWellFormed);
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
    if (answer.status() == 0) {
      return;
    }
    // The JDK's server answers by itself to what is no HTTP; it stands for API Gateway here.
    if (answer.body().startsWith("<h1>")) {
      assertThat(answer.status()).isIn(400, 404);
      return;
    }
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
  }

  private void everybodyCanReadEverything(List<Person> people) {
    for (var person : people) {
      var inbox = product.inbox(person, Map.of("limit", "100"));
      assertThat(inbox.status()).isEqualTo(200);
      assertThat(inbox.all("uuid")).hasSameSizeAs(product.rows().under("GRP#" + person.uuid()));
      for (var uuid : inbox.all("uuid")) {
        var read = 0;
        var page = product.list(person, UUID.fromString(uuid));
        while (true) {
          assertThat(page.status()).isEqualTo(200);
          read += page.object().size();
          var next = page.link("next");
          if (next.isEmpty()) {
            break;
          }
          page = product.list(person, UUID.fromString(uuid), next.get());
        }
        assertThat(read).isEqualTo(product.rows().messages(UUID.fromString(uuid)).size());
      }
    }
  }

  private static boolean isWellFormed(Map<String, AttributeValue> row) {
    var uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    var time = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{6}\\+00:00";
    var key = row.get("pk").s() + " " + row.get("sk").s();
    var group = key.matches("GRP#" + uuid + " " + time);
    return group == row.containsKey("message_group_uuid")
        && Stream.of(
                "(MSG|GRP)#" + uuid + " " + time,
                "MBR#" + uuid + " " + uuid,
                "PAIR#" + uuid + "#" + uuid + " PAIR",
                "IDM#" + uuid + " [0-9a-f]{64}")
            .anyMatch(key::matches);
  }
}
