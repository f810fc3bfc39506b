package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.crac.ContextImpl;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.cruddur.messages.event.EventSerializer;
import com.cruddur.messages.testing.Product;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Does with a handler what Lambda does around a snapshot; started by [SnapStartTest].
///
/// Makes the handler that `HANDLER` names; at the first line does what comes before a snapshot;
/// then serves the event in the next line and prints the answer, the number of classes that the JVM
/// has loaded for it, and the names of the threads that it has more since.
final class SnapshotProgram {
  private SnapshotProgram() {}

  public static void main(String[] args) throws Exception {
    var in = new Scanner(System.in, StandardCharsets.UTF_8);
    var handler = Class.forName(System.getenv("HANDLER")).getConstructor().newInstance();
    System.out.println("created");
    in.nextLine();
    // What is held only weakly is gone now.
    System.gc();
    beforeCheckpoint();
    System.out.println("prepared");
    serve(handler, in.nextLine());
  }

  private static void serve(Object handler, String event) {
    var json = new EventSerializer();
    var context = Product.context();
    var output = new ByteArrayOutputStream();
    var loadedBefore = loadedClasses();
    var threadsBefore = threads();
    var answer =
        handler instanceof UpdateMessageGroupsHandler updates
            ? updates.handleRequest(json.fromJson(event, DynamodbEvent.class), context)
            : http(handler)
                .handleRequest(json.fromJson(event, APIGatewayV2HTTPEvent.class), context);
    json.toJson(answer, output, answer.getClass());
    var loaded = loadedClasses() - loadedBefore;
    System.out.println(output.toString(StandardCharsets.UTF_8));
    System.out.println(loaded);
    var more = threads();
    more.removeAll(threadsBefore);
    System.out.println(String.join(",", more));
  }

  @SuppressWarnings("unchecked")
  private static RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
      Object handler) {
    return (RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>) handler;
  }

  // As the runtime's context does it, but for the DNS cache, which only a native library of the
  // runtime can empty.
  private static void beforeCheckpoint() throws ReflectiveOperationException {
    var hooks = ContextImpl.class.getDeclaredMethod("executeBeforeCheckpointHooks");
    hooks.setAccessible(true);
    hooks.invoke(Core.getGlobalContext());
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int loadedClasses() {
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }
}
