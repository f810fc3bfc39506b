package com.cruddur.messages.bench.lambda;

import com.amazonaws.services.lambda.crac.ContextImpl;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.cruddur.messages.event.EventSerializer;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessagesTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Scanner;
import java.util.UUID;
import java.util.stream.Collectors;

/// Does with a function in this process what Lambda does around a snapshot, all but the snapshot
/// itself: makes the handler that `HANDLER` names, runs what comes before a snapshot and after a
/// restore, and then serves events. Started by [RestoredProcess], with a log of loaded classes at
/// `CLASSES`, and with what comes before a snapshot done `REHEARSALS` times.
///
/// Its input: events, a line each. Its output: a line `restored`; for each event a line with the
/// nanoseconds of reading it, of the handler and of writing the answer, and the answer; and after
/// the first one, a line for each of the three with the names of the classes loaded meanwhile.
/// For a line [#CONNECT]: a line with the nanoseconds that a new connection to the table takes.
public final class RestoredFunction<E, R> {
  /// Asks for the time of a new connection.
  static final String CONNECT = "connect";

  private static final int CONNECTIONS = 21;
  private static final int REHEARSALS = Integer.parseInt(System.getenv("REHEARSALS"));
  private static final Path CLASSES = Path.of(System.getenv("CLASSES"));

  private final RequestHandler<E, R> handler;
  private final Class<E> type;
  private final EventSerializer json = new EventSerializer();

  private RestoredFunction(RequestHandler<E, R> handler, Class<E> type) {
    this.handler = handler;
    this.type = type;
  }

  /// Takes no arguments; the environment names handler and stores.
  public static void main(String[] args) throws Exception {
    var function = make(System.getenv("HANDLER"));
    for (var i = 0; i < REHEARSALS; i++) {
      beforeCheckpoint();
    }
    System.gc();
    Core.getGlobalContext().afterRestore(null);
    function.serve(new Scanner(System.in, StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked")
  private static RestoredFunction<?, ?> make(String name) throws ReflectiveOperationException {
    var handler = Class.forName(name).getConstructor().newInstance();
    return handler instanceof UpdateMessageGroupsHandler updates
        ? new RestoredFunction<>(updates, DynamodbEvent.class)
        : new RestoredFunction<>(
            (RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>) handler,
            APIGatewayV2HTTPEvent.class);
  }

  // As the runtime's context does it, but for the DNS cache, which only a native library of the
  // runtime can empty.
  private static void beforeCheckpoint() throws ReflectiveOperationException {
    var hooks = ContextImpl.class.getDeclaredMethod("executeBeforeCheckpointHooks");
    hooks.setAccessible(true);
    hooks.invoke(Core.getGlobalContext());
  }

  private void serve(Scanner in) throws IOException {
    // What looking needs is loaded before anything is looked at.
    classes(loaded(), loaded());
    System.out.println("restored");
    for (var first = true; in.hasNextLine(); first = false) {
      var line = in.nextLine();
      if (line.equals(CONNECT)) {
        System.out.println(connect());
        continue;
      }
      var input = line.getBytes(StandardCharsets.UTF_8);
      var loaded = new long[4];
      var times = new long[4];
      loaded[0] = first ? loaded() : 0;
      times[0] = System.nanoTime();
      E event = json.fromJson(new ByteArrayInputStream(input), type);
      times[1] = System.nanoTime();
      loaded[1] = first ? loaded() : 0;
      var handled = System.nanoTime();
      // They ask for the context only to report a failure, which would end this anyway.
      var answer = handler.handleRequest(event, null);
      times[2] = System.nanoTime();
      loaded[2] = first ? loaded() : 0;
      var written = System.nanoTime();
      var output = new ByteArrayOutputStream();
      json.toJson(answer, output, answer.getClass());
      times[3] = System.nanoTime();
      loaded[3] = first ? loaded() : 0;
      System.out.println(
          (times[1] - times[0])
              + " "
              + (times[2] - handled)
              + " "
              + (times[3] - written)
              + " "
              + output.toString(StandardCharsets.UTF_8));
      if (first) {
        for (var part = 0; part < 3; part++) {
          System.out.println(classes(loaded[part], loaded[part + 1]));
        }
      }
    }
  }

  // The median of what the first request of a client takes longer than its second.
  private static long connect() {
    var times = new ArrayList<Long>();
    for (var i = 0; i < CONNECTIONS; i++) {
      try (var client = DynamoDb.fromEnvironment()) {
        var table = new MessagesTable(client, MessagesTable.nameFromEnvironment());
        var first = read(table);
        times.add(first - read(table));
      }
    }
    return times.stream().sorted().toList().get(CONNECTIONS / 2);
  }

  private static long read(MessagesTable table) {
    var start = System.nanoTime();
    new InboxRepository(table).page(new UUID(0, 0), PageRequest.newest(1));
    return System.nanoTime() - start;
  }

  // How long the log of loaded classes is.
  private static long loaded() throws IOException {
    return Files.size(CLASSES);
  }

  // What it says between two lengths: a line a class, its name first.
  private static String classes(long from, long to) throws IOException {
    var log = Files.readString(CLASSES, StandardCharsets.ISO_8859_1);
    return log.substring((int) from, (int) to)
        .lines()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(Collectors.joining(" "));
  }
}
