package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.ProcessorTime;
import com.cruddur.messages.bench.load.Ledger.Kind;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What the whole local product gets through, and what a request costs in processor time, beside a
/// Flask service that does the same with boto3 and psycopg2 under gunicorn: a list of 20
/// conversations, a page of 100 messages, one message sent. Both serve 8 clients with connections
/// that are kept, over the same DynamoDB Local and Postgres, without TLS; one after the other. The
/// product's stream function moves the inboxes for both: of what is sent, the processor time of
/// `bin/dev` counts for Python, too, until the inboxes show it.
///
/// Beside them stands what the table alone answers to the same clients: no service over it can be
/// faster here.
public final class ServiceRate {
  private static final int CLIENTS = 8;
  private static final int GROUPS = 20;
  private static final int MESSAGES = 100;
  private static final List<Kind> KINDS =
      List.of(Kind.LIST_MESSAGE_GROUPS, Kind.LIST_MESSAGES, Kind.SEND_TO_GROUP);
  private static final Pattern ISSUER = Pattern.compile("\"iss\":\"([^\"]*)\"");

  private final DevRun dev;
  private final Person person;
  private final String group;
  private final Lag lag;
  private final Duration duration;

  private ServiceRate(DevRun dev, Person person, String group, Lag lag, Duration duration) {
    this.dev = dev;
    this.person = person;
    this.group = group;
    this.lag = lag;
    this.duration = duration;
  }

  /// A measurement over a `bin/dev` of its own.
  private interface Measurement {
    Map<Kind, Rate> of(ServiceRate seeded) throws Exception;
  }

  /// @param args how many seconds each, 10 when left out
  public static void main(String[] args) throws Exception {
    var duration = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 10);
    print(
        run(duration, ServiceRate::ours),
        run(duration, ServiceRate::python),
        run(duration, ServiceRate::table));
  }

  private static Map<Kind, Rate> run(Duration duration, Measurement measurement) throws Exception {
    try (var dev = DevRun.start(false);
        var users = DriverManager.getConnection(dev.exported("DATABASE_URL"));
        var table = DynamoDb.at(endpoint(dev)).build()) {
      var people = new People(dev, users, "rate-" + UUID.randomUUID());
      var person = people.writing("rate", 1).getFirst();
      var others = people.receiving("other", GROUPS);
      var group = seed(dev.site(), person, others);
      var members = List.of(person.uuid(), others.getLast().uuid());
      var lag = new Lag(table, MessagesTable.DEFAULT_NAME, Set.of(group), members);
      return measurement.of(new ServiceRate(dev, person, group, lag, duration));
    }
  }

  private Map<Kind, Rate> ours() throws Exception {
    return measure(ledger -> service(dev.site(), ledger), _ -> List.of(dev.pid()));
  }

  private Map<Kind, Rate> python() throws Exception {
    try (var gunicorn = Gunicorn.start(dev, URI.create(issuer(person) + "/jwks"))) {
      return measure(
          ledger -> service(gunicorn.site(), ledger),
          kind -> {
            var pids = new ArrayList<>(gunicorn.pids());
            if (kind == Kind.SEND_TO_GROUP) {
              pids.add(dev.pid());
            }
            return pids;
          });
    }
  }

  private Map<Kind, Rate> table() throws Exception {
    return measure(ledger -> TableClient.at(endpoint(dev), person, group, ledger), _ -> List.of());
  }

  private static URI endpoint(DevRun dev) {
    return URI.create(dev.exported("DYNAMODB_ENDPOINT"));
  }

  private RequestClient service(URI site, Ledger ledger) {
    return new ServiceClient(Calls.of(site, ledger, "rate"), person, group);
  }

  // The last of the conversations has the page of messages.
  private static String seed(URI site, Person person, List<Person> others) {
    var group = "";
    try (var calls = Calls.of(site, new Ledger(), "seed")) {
      for (var other : others) {
        group =
            calls
                .send(Kind.SEND_TO_HANDLE, person, "handle", other.handle(), true)
                .orElseThrow()
                .group();
      }
      for (var i = 1; i < MESSAGES; i++) {
        calls.send(Kind.SEND_TO_GROUP, person, "message_group_uuid", group, true).orElseThrow();
      }
    }
    return group;
  }

  private static String issuer(Person person) {
    var claims = Base64.getUrlDecoder().decode(person.token().split("\\.")[1]);
    var issuer = ISSUER.matcher(new String(claims, StandardCharsets.UTF_8).replace("\\/", "/"));
    if (!issuer.find()) {
      throw new IllegalStateException("the token names no issuer");
    }
    return issuer.group(1);
  }

  private Map<Kind, Rate> measure(
      Function<Ledger, RequestClient> client, Function<Kind, List<Long>> serving) throws Exception {
    var rates = new EnumMap<Kind, Rate>(Kind.class);
    // As long to get warm, with all of them before the first is measured.
    for (var kind : KINDS) {
      serve(client, kind);
    }
    for (var kind : KINDS) {
      awaitInboxes();
      var processorTime = new ProcessorTime(serving.apply(kind));
      var before = processorTime.now();
      var ledger = serve(client, kind);
      awaitInboxes();
      var used = processorTime.now().minus(before);
      rates.put(kind, Rate.of(ledger.answers(), duration, used));
    }
    return rates;
  }

  private void awaitInboxes() {
    lag.awaitNone().orElseThrow(() -> new IllegalStateException("the inboxes stayed behind"));
  }

  private Ledger serve(Function<Ledger, RequestClient> client, Kind kind) throws Exception {
    var ledger = new Ledger();
    var end = Instant.now().plus(duration);
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      var running = new ArrayList<Future<?>>();
      for (var i = 0; i < CLIENTS; i++) {
        running.add(threads.submit(() -> ask(client.apply(ledger), kind, end)));
      }
      for (var each : running) {
        each.get();
      }
    }
    return ledger;
  }

  private static void ask(RequestClient client, Kind kind, Instant end) {
    try (client) {
      while (Instant.now().isBefore(end)) {
        client.ask(kind);
      }
    }
  }

  private static void print(Map<Kind, Rate> ours, Map<Kind, Rate> python, Map<Kind, Rate> table) {
    System.out.println(
        "| 8 clients | a second | Python | × | the table alone | p50 / p99 | Python"
            + " | CPU a request | Python | × |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (var kind : KINDS) {
      var one = ours.get(kind);
      var other = python.get(kind);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.0f | %.1f | %.0f | %.1f / %.1f ms | %.1f / %.1f ms"
              + " | %.2f ms | %.2f ms | %.2f |%n",
          kind,
          one.perSecond(),
          other.perSecond(),
          one.perSecond() / other.perSecond(),
          table.get(kind).perSecond(),
          millis(one.p50()),
          millis(one.p99()),
          millis(other.p50()),
          millis(other.p99()),
          millis(one.processorTime()),
          millis(other.processorTime()),
          millis(one.processorTime()) / millis(other.processorTime()));
    }
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
