package com.cruddur.messages.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.handler.CreateMessageHandler;
import com.cruddur.messages.handler.ListMessageGroupsHandler;
import com.cruddur.messages.handler.ListMessagesHandler;
import com.cruddur.messages.handler.ShowUserHandler;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.message.CreateMessage;
import com.cruddur.messages.message.CreateMessageGroup;
import com.cruddur.messages.message.ListMessageGroups;
import com.cruddur.messages.message.ListMessages;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.user.UserDirectory;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/// The functions behind the routes, composed as their own constructors do it, of the stores of this
/// run.
record Functions(MessagesTable table, UserDirectory users) {
  Map<Route, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> byRoute() {
    var all =
        new EnumMap<Route, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>(
            Route.class);
    for (var route : Route.values()) {
      all.put(route, of(route));
    }
    return all;
  }

  private RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> of(Route route) {
    var conversations = new ConversationRepository(table);
    var messages = new MessageRepository(table);
    var clock = InstantSource.system();
    return switch (route) {
      case LIST_MESSAGES ->
          new ListMessagesHandler(new ListMessages(users, conversations, messages));
      case LIST_MESSAGE_GROUPS ->
          new ListMessageGroupsHandler(new ListMessageGroups(users, new InboxRepository(table)));
      case CREATE_MESSAGE ->
          new CreateMessageHandler(
              new CreateMessage(users, conversations, messages, clock, UUID::randomUUID),
              new CreateMessageGroup(users, conversations, messages, clock, UUID::randomUUID));
      case SHOW_USER -> new ShowUserHandler(users);
    };
  }
}
