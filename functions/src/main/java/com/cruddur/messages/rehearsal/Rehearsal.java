package com.cruddur.messages.rehearsal;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.cruddur.messages.event.EventSerializer;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// Serves requests as Lambda's runtime does, from the event's JSON to the answer's, against a table
/// that is written down: everything on the way is loaded, linked and compiled then, but for the
/// connection.
///
/// @param type of the events
/// @param handler what serves them, from a table
/// @param events their JSON, see [RehearsalEvents]
public record Rehearsal<E, R>(
    Type type, Function<MessagesTable, RequestHandler<E, R>> handler, List<String> events)
    implements Runnable {
  // Two requests each: the JVM compiles what it has called 200 times, and what only a first request
  // does is linked. Ten times as many changed no first request.
  private static final int TIMES = 150;

  /// @throws IllegalStateException when a request is not served as it should be
  @Override
  public void run() {
    var json = new EventSerializer();
    try (var client =
        DynamoDb.builderFromEnvironment()
            .httpClientBuilder(_ -> new WrittenDownHttpClient())
            .build()) {
      var table = new MessagesTable(client, MessagesTable.nameFromEnvironment());
      for (var i = 0; i < TIMES; i++) {
        for (var event : events) {
          // A new one each time knows nobody yet, as the first request finds it; the second request
          // finds what it remembers of the first.
          var handler = this.handler.apply(table);
          serve(event, handler, json);
          serve(event, handler, json);
        }
      }
    }
  }

  private void serve(String event, RequestHandler<E, R> handler, EventSerializer json) {
    E input = json.fromJson(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), type);
    var answer = handler.handleRequest(input, null);
    var output = new ByteArrayOutputStream();
    json.toJson(answer, output, answer.getClass());
    if (!isGood(answer)) {
      throw new IllegalStateException(
          "the answer to " + event + " was " + output.toString(StandardCharsets.UTF_8));
    }
  }

  private static boolean isGood(Object answer) {
    return switch (answer) {
      case APIGatewayV2HTTPResponse response -> response.getStatusCode() == 200;
      case StreamsEventResponse response -> response.getBatchItemFailures().isEmpty();
      default -> true;
    };
  }
}
