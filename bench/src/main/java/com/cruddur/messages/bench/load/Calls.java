package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Answer;
import com.cruddur.messages.bench.load.Ledger.Kind;
import com.cruddur.messages.bench.load.Ledger.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Calls of the HTTP API over connections that are kept, each written into the ledger.
///
/// @param marker stands in every text
record Calls(URI site, Ledger ledger, String marker, HttpClient http) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern GROUP = Pattern.compile("\"message_group_uuid\":\"([^\"]*)\"");

  static Calls of(URI site, Ledger ledger, String marker) {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Calls(site, ledger, marker, http);
  }

  /// Reads something.
  ///
  /// @return the body of a 200
  Optional<String> read(Kind kind, Person person, String path) {
    return call(kind, request(person, path).build());
  }

  /// Sends a message. With a key it is sent until it is acknowledged, for half a minute.
  ///
  /// @param field `handle` or `message_group_uuid`
  /// @return the message, if it was acknowledged
  Optional<Message> send(Kind kind, Person sender, String field, String value, boolean isKeyed) {
    var text = marker + " " + UUID.randomUUID();
    var body = "{\"message\":\"%s\",\"%s\":\"%s\"}".formatted(text, field, value);
    var builder = request(sender, "/api/messages").POST(BodyPublishers.ofString(body));
    if (isKeyed) {
      builder.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    var request = builder.build();
    var sent = Instant.now();
    var attempts = 1;
    var answer = call(kind, request);
    while (isKeyed && answer.isEmpty() && Instant.now().isBefore(sent.plus(PATIENCE))) {
      answer = call(kind, request);
      attempts++;
    }
    var group = answer.flatMap(Calls::group);
    if (group.isEmpty()) {
      return Optional.empty();
    }
    var message = new Message(text, group.get(), sent, Instant.now(), attempts);
    return ledger.acknowledge(message) ? Optional.of(message) : Optional.empty();
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

  private Optional<String> call(Kind kind, HttpRequest request) {
    var start = Instant.now();
    var status = 0;
    Optional<String> body = Optional.empty();
    try {
      var response = http.send(request, BodyHandlers.ofString());
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

  @Override
  public void close() {
    http.close();
  }
}
