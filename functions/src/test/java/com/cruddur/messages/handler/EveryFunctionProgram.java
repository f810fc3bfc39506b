package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.cruddur.messages.event.EventSerializer;
import com.cruddur.messages.testing.Product;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import org.slf4j.LoggerFactory;

/// Calls functions, composed from the environment, as its lines say: a handler's name, and an event
/// of it. Prints `answered` or `failed` for each.
final class EveryFunctionProgram {
  private EveryFunctionProgram() {}

  public static void main(String[] args) throws Exception {
    var handlers = new HashMap<String, Object>();
    var in = new Scanner(System.in, StandardCharsets.UTF_8);
    while (in.hasNextLine()) {
      var line = in.nextLine().split("\t", 2);
      var handler = handlers.get(line[0]);
      if (handler == null) {
        handler = Class.forName(line[0]).getConstructor().newInstance();
        handlers.put(line[0], handler);
      }
      System.out.println(call(handler, line[1]) ? "answered" : "failed");
    }
  }

  @SuppressWarnings("unchecked")
  private static boolean call(Object handler, String json) throws Exception {
    var event =
        switch (handler) {
          case RegisterUserHandler _ -> new ObjectMapper().readValue(json, Map.class);
          case UpdateMessageGroupsHandler _ -> read(DynamodbEvent.class, json);
          default -> read(APIGatewayV2HTTPEvent.class, json);
        };
    try {
      ((RequestHandler<Object, Object>) handler).handleRequest(event, Product.context());
      return true;
    } catch (RuntimeException e) {
      // As the runtime does, it is for the log.
      LoggerFactory.getLogger(EveryFunctionProgram.class).error("failed", e);
      return false;
    }
  }

  private static <T> T read(Class<T> type, String json) {
    return new EventSerializer().fromJson(json, type);
  }
}
