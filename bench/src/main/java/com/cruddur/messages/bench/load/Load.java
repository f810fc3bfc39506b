package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Client.Person;
import com.cruddur.messages.bench.load.Part.Restart;
import com.cruddur.messages.table.DynamoDb;
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
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// Mixed traffic through a `bin/dev` for some time. After a third of it DynamoDB Local is killed
/// and started again, after two thirds Postgres is restarted.
public final class Load {
  private static final int PEOPLE = 8;
  private static final Duration SAMPLE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String TABLE = "cruddur-messages";

  private Load() {}

  /// @param args how many seconds and clients, 600 and 8 when left out
  public static void main(String[] args) throws Exception {
    var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 600;
    var clients = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    var result = run(Duration.ofSeconds(seconds), clients, false);
    System.out.println(result.report());
    if (!result.isSound()) {
      System.exit(1);
    }
  }

  static LoadResult run(Duration duration, int clients, boolean talkative) throws Exception {
    var marker = "marker-" + UUID.randomUUID();
    try (var dev = DevRun.start(talkative);
        var dynamoDb = dev.part("dynamodb", () -> askDynamoDb(dev));
        var postgres = dev.part("postgres", () -> connect(dev).close());
        var table = patient(DynamoDb.at(endpoint(dev)))) {
      var people = people(dev, marker);
      var ledger = new Ledger();
      var memory = new ArrayList<LoadResult.Memory>();
      var restarts = new ArrayList<Restart>();
      var start = Instant.now();
      var end = start.plus(duration);
      try (var threads = Executors.newFixedThreadPool(clients)) {
        var running = new ArrayList<Future<?>>();
        for (var i = 0; i < clients; i++) {
          running.add(
              threads.submit(new Client(dev.site(), people, ledger, marker, end, new Random(i))));
        }
        while (Instant.now().isBefore(end)) {
          var passed = Duration.between(start, Instant.now());
          if (restarts.isEmpty() && passed.compareTo(duration.dividedBy(3)) > 0) {
            restarts.add(dynamoDb.restart("KILL"));
          } else if (restarts.size() == 1
              && passed.compareTo(duration.multipliedBy(2).dividedBy(3)) > 0) {
            restarts.add(postgres.restart("INT"));
          }
          memory.add(
              new LoadResult.Memory(
                  Part.residentMebibytes(dev.pid()), dynamoDb.residentMebibytes()));
          LockSupport.parkNanos(SAMPLE.toNanos());
        }
        for (var client : running) {
          client.get();
        }
      }
      var took = Duration.between(start, Instant.now());
      System.err.printf(
          "%d answers in %d s, %d of them errors; waiting for the inboxes%n",
          ledger.answers().size(),
          took.toSeconds(),
          ledger.answers().stream().filter(Ledger.Answer::isError).count());
      var lag =
          new Lag(
              table,
              TABLE,
              Set.copyOf(ledger.acknowledged().values()),
              people.stream().map(Person::uuid).toList());
      var untilNone = lag.awaitNone();
      return new LoadResult(
          took,
          clients,
          ledger,
          restarts,
          memory,
          untilNone,
          lag.messages(),
          lag.inboxes(),
          dev.said().contains(marker)
              || people.stream().anyMatch(p -> dev.said().contains(p.token())));
    }
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

  // The seeded users are three; more are in the database as others, and get their tokens as they.
  private static List<Person> people(DevRun dev, String marker) throws IOException, SQLException {
    var people = new ArrayList<Person>();
    try (var connection = connect(dev);
        var insert =
            connection.prepareStatement(
                "INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id)"
                    + " VALUES (?, ?, ?, ?, ?)")) {
      for (var i = 0; i < PEOPLE; i++) {
        var uuid = UUID.randomUUID();
        var handle = "load" + i;
        insert.setObject(1, uuid);
        insert.setString(2, "Load " + i);
        insert.setString(3, handle);
        insert.setString(4, marker + "@example.com");
        insert.setString(5, UUID.randomUUID().toString());
        insert.execute();
        people.add(new Person(uuid, handle, dev.token(handle)));
      }
    }
    return people;
  }
}
