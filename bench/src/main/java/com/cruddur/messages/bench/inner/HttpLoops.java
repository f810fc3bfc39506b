package com.cruddur.messages.bench.inner;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.cruddur.messages.event.EventSerializer;
import com.cruddur.messages.http.ApiRequest;
import com.cruddur.messages.http.Json;
import com.cruddur.messages.http.JsonAnswers;
import com.cruddur.messages.http.ListRequest;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.message.CreateMessageRequest;
import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.Page;
import com.cruddur.messages.message.Position;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Requests in and answers out.
@State(Scope.Benchmark)
public class HttpLoops {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");
  private static final String TEXT = "As long as messages usually are, or so.";

  private List<Message> messages;
  private Page<Message> page;
  private String body;
  private String eventJson;
  private ApiRequest request;
  private ListRequest list;
  private EventSerializer events;

  /// Makes what the methods work on.
  @Setup
  public void make() {
    var sender = new User(UUID.randomUUID(), "andrew", "Andrew Brown");
    var group = UUID.randomUUID();
    messages =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new Message(
                        group,
                        UUID.randomUUID(),
                        Timestamp.of(NOW.plusSeconds(i)),
                        sender,
                        TEXT + i))
            .toList();
    body = Json.write(JsonAnswers.message(messages.getFirst()));
    var older = Position.olderThan(messages.getFirst().createdAt().stored());
    page = new Page<>(messages, Optional.of(older), Optional.empty());
    events = new EventSerializer();
    var first = Request.path("message_group_uuid", group.toString());
    list = ListRequest.of(request(first), 100, List.of());
    var link = list.links(page);
    var cursor = link.substring(link.indexOf("cursor=") + "cursor=".length(), link.indexOf('>'));
    var next = first.query(Map.of("limit", "100", "cursor", cursor));
    eventJson = next.eventJson(Route.LIST_MESSAGES, "sub");
    request = request(next);
  }

  private APIGatewayV2HTTPEvent read(String json) {
    return events.fromJson(json, APIGatewayV2HTTPEvent.class);
  }

  private ApiRequest request(Request of) {
    return new ApiRequest(read(of.eventJson(Route.LIST_MESSAGES, "sub")));
  }

  /// The answer of pattern A, 100 messages.
  @Benchmark
  public String writeHundredMessages() {
    return Json.write(JsonAnswers.messages(messages));
  }

  /// The body of pattern C.
  @Benchmark
  public Map<String, String> readBody() {
    return Json.readStrings(body, CreateMessageRequest.FIELDS);
  }

  /// The event of a request, by the serializer the runtime is given.
  @Benchmark
  public APIGatewayV2HTTPEvent readHttpEvent() {
    return read(eventJson);
  }

  /// The query of a list, its cursor checked.
  @Benchmark
  public ListRequest readCursor() {
    return ListRequest.of(request, 100, List.of());
  }

  /// The `Link` header of a list, with a cursor.
  @Benchmark
  public String writeCursor() {
    return list.links(page);
  }
}
