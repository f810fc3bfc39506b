package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.ProcessorTime;
import com.cruddur.messages.bench.load.Ledger.Answer;
import com.cruddur.messages.bench.load.Ledger.Kind;
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
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// What the whole local product gets through, and what a request costs in processor time, beside a
/// Flask service that does the same with boto3 and psycopg2 under gunicorn: a list of 20
/// conversations, a page of 100 messages, one message sent. Both serve 8 clients with connections
/// that are kept, over the same DynamoDB Local and Postgres, without TLS; one after the other.
public final class ServiceRate {
  private static final int CLIENTS = 8;
  private static final int GROUPS = 20;
  private static final int MESSAGES = 100;
  private static final List<Kind> KINDS =
      List.of(Kind.LIST_MESSAGE_GROUPS, Kind.LIST_MESSAGES, Kind.SEND_TO_GROUP);
  private static final Pattern ISSUER = Pattern.compile("\"iss\":\"([^\"]*)\"");

  private final Person person;
  private final String group;
  private final Duration duration;

  private ServiceRate(Person person, String group, Duration duration) {
    this.person = person;
    this.group = group;
    this.duration = duration;
  }

  /// What was seen of one kind of request.
  ///
  /// @param perSecond answers
  /// @param processorTime of the serving processes, a request
  record Figures(double perSecond, Duration p50, Duration p99, Duration processorTime) {}

  /// @param args how many seconds each, 10 when left out
  public static void main(String[] args) throws Exception {
    var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    print(run(Duration.ofSeconds(seconds), false), run(Duration.ofSeconds(seconds), true));
  }

  /// Measures one of the two over a `bin/dev` of its own.
  static Map<Kind, Figures> run(Duration duration, boolean python) throws Exception {
    try (var dev = DevRun.start(false);
        var users = DriverManager.getConnection(dev.exported("DATABASE_URL"))) {
      var people = new People(dev, users, "rate-" + UUID.randomUUID());
      var person = people.writing("rate", 1).getFirst();
      var others = people.receiving("other", GROUPS);
      var seeding = new ServiceRate(person, seed(dev.site(), person, others), duration);
      if (!python) {
        return seeding.measure(dev.site(), new ProcessorTime(List.of(dev.pid())));
      }
      try (var gunicorn = Gunicorn.start(dev, URI.create(issuer(person) + "/jwks"))) {
        return seeding.measure(gunicorn.site(), new ProcessorTime(gunicorn.pids()));
      }
    }
  }

  // The last of the conversations has the page of messages.
  private static String seed(URI site, Person person, List<Person> others) {
    var group = "";
    try (var calls = Calls.of(site, new Ledger(), "seed")) {
      for (var other : others) {
        group =
            calls
                .send(Kind.SEND_TO_HANDLE, person, "handle", other.handle(), true, Instant.now())
                .orElseThrow()
                .group();
      }
      for (var i = 1; i < MESSAGES; i++) {
        calls
            .send(Kind.SEND_TO_GROUP, person, "message_group_uuid", group, true, Instant.now())
            .orElseThrow();
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

  private Map<Kind, Figures> measure(URI site, ProcessorTime processorTime) throws Exception {
    var figures = new EnumMap<Kind, Figures>(Kind.class);
    for (var kind : KINDS) {
      // As long to get warm.
      serve(site, kind);
      var before = processorTime.now();
      var ledger = serve(site, kind);
      var used = processorTime.now().minus(before);
      figures.put(kind, figures(kind, ledger.answers(), used));
    }
    return figures;
  }

  private Figures figures(Kind kind, List<Answer> answers, Duration used) {
    if (!answers.stream().allMatch(Answer::isGood)) {
      throw new IllegalStateException("an answer to " + kind + " was none");
    }
    var times = answers.stream().map(Answer::took).sorted().toList();
    return new Figures(
        answers.size() / (duration.toMillis() / 1_000.0),
        times.get(times.size() / 2),
        times.get(times.size() * 99 / 100),
        used.dividedBy(answers.size()));
  }

  private Ledger serve(URI site, Kind kind) throws Exception {
    var ledger = new Ledger();
    var end = Instant.now().plus(duration);
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      var running = new ArrayList<Future<?>>();
      for (var i = 0; i < CLIENTS; i++) {
        running.add(threads.submit(() -> ask(Calls.of(site, ledger, "rate"), kind, end)));
      }
      for (var client : running) {
        client.get();
      }
    }
    return ledger;
  }

  private void ask(Calls calls, Kind kind, Instant end) {
    try (calls) {
      while (Instant.now().isBefore(end)) {
        switch (kind) {
          case LIST_MESSAGE_GROUPS -> calls.read(kind, person, "/api/message_groups");
          case LIST_MESSAGES -> calls.read(kind, person, "/api/messages/" + group);
          default -> calls.send(kind, person, "message_group_uuid", group, false, end);
        }
      }
    }
  }

  private static void print(Map<Kind, Figures> ours, Map<Kind, Figures> python) {
    System.out.println(
        "| 8 clients | a second | Python | × | p50 / p99 | Python | CPU a request | Python | × |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (var kind : KINDS) {
      var one = ours.get(kind);
      var other = python.get(kind);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.0f | %.1f | %.1f / %.1f ms | %.1f / %.1f ms | %.2f ms | %.2f ms | %.2f"
              + " |%n",
          kind,
          one.perSecond(),
          other.perSecond(),
          one.perSecond() / other.perSecond(),
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
