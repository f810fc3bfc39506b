package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Answer;
import com.cruddur.messages.bench.load.Ledger.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/// Somebody who asks for one thing after the other as fast as he gets answers.
final class Client implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern GROUP = Pattern.compile("\"message_group_uuid\":\"([^\"]*)\"");

  private final URI site;
  private final List<Person> people;
  private final Ledger ledger;
  private final String marker;
  private final Instant end;
  private final Random random;
  private final HttpClient http;
  private final List<Membership> memberships = new ArrayList<>();

  /// @param people those there are
  /// @param marker stands in every text
  Client(URI site, List<Person> people, Ledger ledger, String marker, Instant end, Random random) {
    this.site = site;
    this.people = people;
    this.ledger = ledger;
    this.marker = marker;
    this.end = end;
    this.random = random;
    this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /// A user of the run.
  record Person(UUID uuid, String handle, String token) {}

  private record Membership(Person person, String group) {}

  @Override
  public void run() {
    try (http) {
      while (Instant.now().isBefore(end)) {
        var person = one(people);
        switch (random.nextInt(10)) {
          case 0 -> ask(Kind.SHOW_USER, person, "/api/users/@" + one(people).handle() + "/short");
          case 1, 2, 3 -> ask(Kind.LIST_MESSAGE_GROUPS, person, "/api/message_groups");
          case 4, 5 -> list();
          case 6 -> sendToHandle(person);
          default -> sendToGroup();
        }
      }
    }
  }

  private void list() {
    if (!memberships.isEmpty()) {
      var of = one(memberships);
      ask(Kind.LIST_MESSAGES, of.person(), "/api/messages/" + of.group());
    }
  }

  private void sendToGroup() {
    if (!memberships.isEmpty()) {
      var of = one(memberships);
      send(Kind.SEND_TO_GROUP, of.person(), "message_group_uuid", of.group());
    }
  }

  private void sendToHandle(Person sender) {
    var receiver = one(people);
    if (!receiver.equals(sender)) {
      send(Kind.SEND_TO_HANDLE, sender, "handle", receiver.handle())
          .ifPresent(group -> memberships.add(new Membership(sender, group)));
    }
  }

  private void ask(Kind kind, Person person, String path) {
    call(kind, request(person, path));
  }

  // With a key, every other message, it is sent until it is acknowledged.
  private Optional<String> send(Kind kind, Person sender, String field, String value) {
    var text = marker + " " + UUID.randomUUID();
    var body = "{\"message\":\"%s\",\"%s\":\"%s\"}".formatted(text, field, value);
    var request = request(sender, "/api/messages").POST(BodyPublishers.ofString(body));
    var isKeyed = random.nextBoolean();
    if (isKeyed) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    var answer = call(kind, request);
    while (isKeyed && answer.isEmpty() && Instant.now().isBefore(end.plus(PATIENCE))) {
      answer = call(kind, request);
    }
    var group = answer.flatMap(Client::group);
    group.ifPresent(of -> ledger.acknowledge(text, of));
    return group;
  }

  private static Optional<String> group(String answer) {
    var group = GROUP.matcher(answer);
    return group.find() ? Optional.of(group.group(1)) : Optional.empty();
  }

  private HttpRequest.Builder request(Person person, String path) {
    return HttpRequest.newBuilder(site.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + person.token())
        .header("Content-Type", "application/json");
  }

  // The body of a 200.
  private Optional<String> call(Kind kind, HttpRequest.Builder request) {
    var start = Instant.now();
    var status = 0;
    Optional<String> body = Optional.empty();
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      status = response.statusCode();
      body = status == 200 ? Optional.of(response.body()) : Optional.empty();
    } catch (IOException e) {
      // Counted as no answer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var now = Instant.now();
    ledger.add(new Answer(kind, now, Duration.between(start, now), status));
    return body;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
