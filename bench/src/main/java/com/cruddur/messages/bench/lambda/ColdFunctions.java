package com.cruddur.messages.bench.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.handler.ListMessageGroupsHandler;
import com.cruddur.messages.local.lambda.LambdaFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// So many instances of pattern B's function in one process, each composed by its own constructor
/// as a fresh environment of Lambda composes it, all called at the same moment for the first time.
/// Started by [ColdConnections].
///
/// Its input: a line with how many, a line with the event, a line when it shall end. Its output: a
/// line `ready`, and for each instance a line with the milliseconds until its answer and the
/// answer.
public final class ColdFunctions {
  private ColdFunctions() {}

  /// Takes no arguments; the environment names the stores.
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    var in = new Scanner(System.in, StandardCharsets.UTF_8);
    var instances = Integer.parseInt(in.nextLine());
    var event = in.nextLine().getBytes(StandardCharsets.UTF_8);
    var functions = Stream.generate(ColdFunctions::compose).limit(instances).toList();
    System.out.println("ready");
    var together = new CyclicBarrier(instances);
    try (var threads = Executors.newFixedThreadPool(instances)) {
      var calls =
          functions.stream()
              .map(function -> (Callable<String>) () -> call(function, event, together))
              .toList();
      for (var call : threads.invokeAll(calls)) {
        System.out.println(call.get());
      }
    }
    in.nextLine();
  }

  private static LambdaFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> compose() {
    return new LambdaFunction<>(
        "list-message-groups", new ListMessageGroupsHandler(), APIGatewayV2HTTPEvent.class);
  }

  private static String call(
      LambdaFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function,
      byte[] event,
      CyclicBarrier together)
      throws Exception {
    together.await();
    var start = System.nanoTime();
    var answer = function.invoke("cold", event);
    var took = Duration.ofNanos(System.nanoTime() - start).toMillis();
    return took + " " + new String(answer, StandardCharsets.UTF_8);
  }
}
