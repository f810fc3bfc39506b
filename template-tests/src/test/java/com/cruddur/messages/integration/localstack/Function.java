package com.cruddur.messages.integration.localstack;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.cruddur.messages.handler.RegisterUserHandler;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.http.Route;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A function of the product, named as the stacks name it.
///
/// @param environment the variables it declares
record Function(String name, Class<?> handler, Map<String, String> environment) {
  /// The functions, over this table and this users' database.
  static List<Function> all(String table, String databaseUrl) {
    // Blank: AWS, which LocalStack tells the SDK to be itself.
    var rows = Map.of("TABLE_NAME", table, "DYNAMODB_ENDPOINT", "");
    var users = Map.of("DATABASE_URL", databaseUrl);
    var both = new HashMap<>(rows);
    both.putAll(users);
    var routes =
        Arrays.stream(Route.values())
            .map(route -> of(route.handler(), route == Route.SHOW_USER ? users : both));
    return Stream.concat(
            routes,
            Stream.of(
                of(UpdateMessageGroupsHandler.class, rows), of(RegisterUserHandler.class, users)))
        .toList();
  }

  private static Function of(
      Class<? extends RequestHandler<?, ?>> handler, Map<String, String> environment) {
    return new Function(name(handler), handler, Map.copyOf(environment));
  }

  /// What a handler's function is called.
  static String name(Class<?> handler) {
    return handler.getSimpleName().replaceFirst("Handler$", "");
  }
}
