package com.cruddur.messages.events;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.cruddur.messages.handler.ApplySchemaHandler;
import com.cruddur.messages.handler.CreateMessageHandler;
import com.cruddur.messages.handler.ListMessageGroupsHandler;
import com.cruddur.messages.handler.ListMessagesHandler;
import com.cruddur.messages.handler.RegisterUserHandler;
import com.cruddur.messages.handler.ShowUserHandler;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.local.lambda.LambdaFunction;
import com.cruddur.messages.message.CreateMessage;
import com.cruddur.messages.message.CreateMessageGroup;
import com.cruddur.messages.message.ListMessageGroups;
import com.cruddur.messages.message.ListMessages;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.CopyingUserDirectory;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.user.ApplySchema;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.PostgresUserDirectory;
import com.cruddur.messages.user.RegisterUser;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The functions over the seeded stores, in this JVM, between Lambda's own serializers.
final class Functions implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final PostgresUserDirectory database;
  private final Map<Class<?>, UnaryOperator<byte[]>> functions = new HashMap<>();

  Functions(SeededStores stores) {
    var clock = InstantSource.system();
    var conversations = new ConversationRepository(stores.table());
    var messages = new MessageRepository(stores.table());
    var inboxes = new InboxRepository(stores.table());
    database = stores.users();
    var users = CopyingUserDirectory.beside(stores.table(), database, clock);
    addHttp(new ListMessagesHandler(new ListMessages(users, conversations, messages)));
    addHttp(new ListMessageGroupsHandler(new ListMessageGroups(users, inboxes)));
    addHttp(
        new CreateMessageHandler(
            new CreateMessage(users, conversations, messages, clock, UUID::randomUUID),
            new CreateMessageGroup(users, conversations, messages, clock, UUID::randomUUID)));
    addHttp(new ShowUserHandler(users));
    add(new UpdateMessageGroupsHandler(new UpdateMessageGroups(inboxes)), DynamodbEvent.class);
    add(
        new RegisterUserHandler(new RegisterUser(new PostgresConnection(stores.databaseUrl()))),
        json());
    add(
        new ApplySchemaHandler(
            new ApplySchema(new PostgresConnection(stores.databaseUrl()), clock, Thread::sleep)));
  }

  /// Gives an event to its function.
  ///
  /// @return the answer, or what Lambda makes of an exception
  String answer(Event event) {
    var input = event.json().toString().getBytes(StandardCharsets.UTF_8);
    try {
      var answer = functions.get(event.handler()).apply(input);
      return new String(answer, StandardCharsets.UTF_8);
    } catch (RuntimeException e) {
      return JSON.createObjectNode()
          .put("errorType", e.getClass().getName())
          .put("errorMessage", e.getMessage())
          .toString();
    }
  }

  private void addHttp(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
    add(handler, APIGatewayV2HTTPEvent.class);
  }

  // A class literal knows no parameters.
  @SuppressWarnings("unchecked")
  private static Class<Map<String, Object>> json() {
    return (Class<Map<String, Object>>) (Class<?>) Map.class;
  }

  private <E, R> void add(RequestHandler<E, R> handler, Class<E> event) {
    var name = handler.getClass().getSimpleName();
    var function = new LambdaFunction<>(name, handler, event);
    functions.put(
        handler.getClass(), input -> function.invoke(UUID.randomUUID().toString(), input));
  }

  private void add(RequestStreamHandler handler) {
    functions.put(
        handler.getClass(),
        input -> {
          var output = new ByteArrayOutputStream();
          try {
            handler.handleRequest(new ByteArrayInputStream(input), output, null);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return output.toByteArray();
        });
  }

  @Override
  public void close() {
    database.close();
  }
}
