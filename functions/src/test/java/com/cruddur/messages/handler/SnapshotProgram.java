package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.crac.ContextImpl;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.cruddur.messages.testing.Product;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/// Does with a handler what Lambda does around a snapshot, and counts the classes that the JVM
/// loads meanwhile. Started by [SnapStartTest].
///
/// Reads the name of a handler, prepares it for a snapshot unless that is "no", and serves one
/// event.
final class SnapshotProgram {
  private SnapshotProgram() {}

  public static void main(String[] args) throws Exception {
    var in = new Scanner(System.in, StandardCharsets.UTF_8);
    var type = Class.forName(in.nextLine());
    var prepare = !in.nextLine().equals("no");
    var handler = type.getConstructor().newInstance();
    if (prepare) {
      // What is held weakly only is gone now.
      System.gc();
      beforeCheckpoint();
    }
    System.out.println("prepared " + loaded());
    var event = event(type, in.nextLine());
    var before = loaded();
    var answer = serve(handler, event);
    System.out.println("first request loaded " + (loaded() - before));
    System.out.println("answer " + answer);
    in.nextLine();
  }

  // As the runtime's context does it, but for the DNS cache, which only a native library of the
  // runtime can empty.
  private static void beforeCheckpoint() throws ReflectiveOperationException {
    var hooks = ContextImpl.class.getDeclaredMethod("executeBeforeCheckpointHooks");
    hooks.setAccessible(true);
    hooks.invoke(Core.getGlobalContext());
  }

  private static Object event(Class<?> handler, String json) {
    var loader = SnapshotProgram.class.getClassLoader();
    if (handler == UpdateMessageGroupsHandler.class) {
      return LambdaEventSerializers.serializerFor(DynamodbEvent.class, loader).fromJson(json);
    }
    if (handler == RegisterUserHandler.class) {
      return JacksonFactory.getInstance()
          .getSerializer(CognitoUserPoolPostConfirmationEvent.class)
          .fromJson(json);
    }
    return LambdaEventSerializers.serializerFor(APIGatewayV2HTTPEvent.class, loader).fromJson(json);
  }

  @SuppressWarnings("unchecked")
  private static Object serve(Object handler, Object event) {
    Context context = Product.context();
    var answer = ((RequestHandler<Object, Object>) handler).handleRequest(event, context);
    return answer instanceof APIGatewayV2HTTPResponse response
        ? response.getStatusCode() + " " + response.getBody()
        : answer;
  }

  private static int loaded() {
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }
}
