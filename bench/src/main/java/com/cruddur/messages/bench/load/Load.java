package com.cruddur.messages.bench.load;

import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// Mixed traffic through a `bin/dev` for some time. After a third of it DynamoDB Local is killed
/// and started again, after two thirds Postgres is restarted; each stays away until it is missed.
public final class Load {
  private static final int PEOPLE = 8;
  private static final int FAREWELLS = 20;
  private static final Duration SAMPLE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final DevRun dev;
  private final Part dynamoDb;
  private final Part postgres;
  private final DynamoDbClient table;
  private final String marker;
  private final Ledger ledger = new Ledger();
  private final List<Part.Restart> restarts = new ArrayList<>();
  private final List<LoadResult.Memory> memory = new ArrayList<>();

  private Load(DevRun dev, Part dynamoDb, Part postgres, DynamoDbClient table, String marker) {
    this.dev = dev;
    this.dynamoDb = dynamoDb;
    this.postgres = postgres;
    this.table = table;
    this.marker = marker;
  }

  /// @param args how many seconds and clients, 600 and 8 when left out
  public static void main(String[] args) throws Exception {
    var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 600;
    var clients = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    var result = run(Duration.ofSeconds(seconds), clients, false);
    System.out.println(LoadReport.of(result));
    if (!result.isSound()) {
      System.exit(1);
    }
  }

  /// @param talkative whether `bin/dev` logs all it can
  static LoadResult run(Duration duration, int clients, boolean talkative) throws Exception {
    try (var dev = DevRun.start(talkative);
        var dynamoDb = dev.part("dynamodb", () -> askDynamoDb(dev));
        var postgres = dev.part("postgres", () -> connect(dev).close());
        var table = patient(DynamoDb.at(endpoint(dev)))) {
      return new Load(dev, dynamoDb, postgres, table, "marker-" + UUID.randomUUID())
          .run(duration, clients);
    }
  }

  private LoadResult run(Duration duration, int clients) throws Exception {
    var cast = cast();
    try (var farewells = new Farewells(calls(), cast.leaving())) {
      farewells.open(cast.left());
      var start = Instant.now();
      var end = start.plus(duration);
      var over = new AtomicBoolean();
      var probe =
          new LagProbe(calls(), cast.probing().getFirst(), cast.probing().getLast(), over::get);
      var behind = 0;
      try (var threads = Executors.newFixedThreadPool(clients + 1)) {
        var running = new ArrayList<Future<?>>();
        running.add(threads.submit(probe));
        for (var i = 0; i < clients; i++) {
          running.add(
              threads.submit(new Client(calls(), cast.writing(), over::get, new Random(i))));
        }
        try {
          sampleUntil(start.plus(duration.dividedBy(3)));
          farewells.say();
          ledger.doubt();
          restarts.add(dynamoDb.restart("KILL", missed()));
          ledger.trust();
          behind = inboxes(farewells.groups(), cast).behind().size();
          sampleUntil(start.plus(duration.multipliedBy(2).dividedBy(3)));
          restarts.add(postgres.restart("INT", missed()));
          sampleUntil(end);
        } finally {
          // Not before: whoever is restarted waits to be missed.
          over.set(true);
        }
        for (var client : running) {
          client.get();
        }
      }
      var took = Duration.between(start, Instant.now());
      try (var calls = calls()) {
        new Client(calls, cast.writing(), () -> true, new Random()).askForEverything();
      }
      System.err.printf(
          "%d answers in %d s, %d errors; waiting for the inboxes%n",
          ledger.answers().size(), took.toSeconds(), ledger.errors());
      var all = inboxes(ledger.groups(), cast);
      return new LoadResult(
          start,
          took,
          clients,
          ledger,
          restarts,
          memory,
          probe.samples(),
          behind,
          all.awaitNone(),
          new Stored(ledger, all.messages(), all.inboxes()),
          dev.givenUp(),
          isLeaked(cast));
    }
  }

  /// Who is there.
  ///
  /// @param writing to each other
  /// @param leaving says the last words
  /// @param left hears them
  /// @param probing how far the stream is behind
  private record Cast(
      List<Person> writing, Person leaving, List<Person> left, List<Person> probing) {
    List<Person> all() {
      return Stream.of(writing, List.of(leaving), left, probing).flatMap(List::stream).toList();
    }
  }

  // The seeded users are three; more are in the database as others, and get their tokens as they.
  private Cast cast() throws IOException, SQLException {
    try (var users = connect(dev)) {
      var people = new People(dev, users, marker);
      return new Cast(
          people.writing("load", PEOPLE),
          people.writing("leaving", 1).getFirst(),
          people.receiving("left", FAREWELLS),
          people.writing("probe", 2));
    }
  }

  private Calls calls() {
    return Calls.of(dev.site(), ledger, marker);
  }

  private Lag inboxes(Set<String> groups, Cast cast) {
    return new Lag(
        table, MessagesTable.DEFAULT_NAME, groups, cast.all().stream().map(Person::uuid).toList());
  }

  // Whether anything has failed since now.
  private BooleanSupplier missed() {
    var before = ledger.errors();
    return () -> ledger.errors() > before;
  }

  private void sampleUntil(Instant end) throws IOException {
    while (Instant.now().isBefore(end)) {
      memory.add(
          new LoadResult.Memory(
              Instant.now(), Part.residentMebibytes(dev.pid()), dynamoDb.residentMebibytes()));
      LockSupport.parkNanos(SAMPLE.toNanos());
    }
  }

  private boolean isLeaked(Cast cast) {
    var said = dev.said();
    return said.contains(marker)
        || cast.all().stream()
            .map(Person::token)
            .anyMatch(token -> !token.isEmpty() && said.contains(token));
  }

  private static URI endpoint(DevRun dev) {
    return URI.create(dev.exported("DYNAMODB_ENDPOINT"));
  }

  // Reads the whole table from a server that has just been through all this.
  private static DynamoDbClient patient(DynamoDbClientBuilder client) {
    var limits = client.overrideConfiguration().toBuilder();
    return client
        .overrideConfiguration(
            limits.apiCallAttemptTimeout(PATIENCE).apiCallTimeout(PATIENCE).build())
        .build();
  }

  // Any answer will do.
  private static void askDynamoDb(DevRun dev) throws IOException {
    var request = (HttpURLConnection) endpoint(dev).toURL().openConnection();
    request.setReadTimeout((int) SAMPLE.toMillis());
    request.getResponseCode();
  }

  private static Connection connect(DevRun dev) throws SQLException {
    return DriverManager.getConnection(dev.exported("DATABASE_URL"));
  }
}
