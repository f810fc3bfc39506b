package com.cruddur.messages.bench;

import com.cruddur.messages.message.CreateMessage;
import com.cruddur.messages.message.CreateMessageGroup;
import com.cruddur.messages.message.ListMessageGroups;
import com.cruddur.messages.message.ListMessages;
import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.MessageText;
import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.user.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Adds up the DynamoDB capacity units of each pattern, for short messages between two users.
public final class CapacityPerMessage {
  private static final MessageText TEXT =
      new MessageText("As long as messages usually are, or so.");

  private CapacityPerMessage() {}

  /// Takes no arguments.
  public static void main(String[] args) {
    var meter = new CapacityMeter();
    try (var own = OwnTable.create();
        var client =
            DynamoDb.at(own.endpoint())
                .overrideConfiguration(metered -> metered.addExecutionInterceptor(meter))
                .build()) {
      var table = new MessagesTable(client, OwnTable.NAME);
      var users =
          new KnownUsers(
              List.of(
                  new User(UUID.randomUUID(), "andrew", "Andrew"),
                  new User(UUID.randomUUID(), "bayko", "Bayko")));
      var conversations = new ConversationRepository(table);
      var messages = new MessageRepository(table);
      var inboxes = new InboxRepository(table);
      var clock = InstantSource.system();
      var create = new CreateMessage(users, conversations, messages, clock, UUID::randomUUID);
      var open = new CreateMessageGroup(users, conversations, messages, clock, UUID::randomUUID);

      var first = open.create("andrew", "bayko", TEXT, Optional.empty()).message();
      print("D, a new conversation", meter);
      open.create("andrew", "bayko", TEXT, Optional.empty());
      print("D, into the conversation there is", meter);
      var message = create.create("andrew", first.groupUuid(), TEXT, Optional.empty()).message();
      print("C", meter);
      new UpdateMessageGroups(inboxes).update(List.of(streamed(message)));
      print("E, for it", meter);
      new ListMessages(users, conversations, messages)
          .list("bayko", first.groupUuid(), PageRequest.newest(100));
      print("A, of 3 messages", meter);
      new ListMessageGroups(users, inboxes).list("bayko", PageRequest.newest(20));
      print("B, of 1 conversation", meter);
    }
  }

  private static void print(String what, CapacityMeter meter) {
    System.out.printf("CapacityPerMessage: %s: %s%n", what, meter.take());
  }

  private static NewMessage streamed(Message message) {
    return new NewMessage(
        message.groupUuid(),
        message.createdAt(),
        message.sender().uuid().toString(),
        message.text());
  }
}
