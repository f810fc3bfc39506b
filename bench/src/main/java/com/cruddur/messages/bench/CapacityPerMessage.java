package com.cruddur.messages.bench;

import com.cruddur.messages.bench.CapacityMeter.Units;
import com.cruddur.messages.bench.UnconditionalMoves.Order;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Adds up the DynamoDB capacity units of each pattern, for short messages between two users:
/// ours, Python's way, and ours with an inbox row put before the old one is deleted instead of both
/// in a transaction.
public final class CapacityPerMessage {
  private static final MessageText TEXT =
      new MessageText("As long as messages usually are, or so.");
  private static final int BURST = 100;

  private final CapacityMeter meter;
  private final User andrew = new User(UUID.randomUUID(), "andrew", "Andrew");
  private final User bayko = new User(UUID.randomUUID(), "bayko", "Bayko");
  private final KnownUsers users = new KnownUsers(List.of(andrew, bayko));
  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final InboxRepository inboxes;
  private final CreateMessage create;
  private final CreateMessageGroup open;
  private final UpdateMessageGroups update;
  private final PythonWrites python;
  private final UnconditionalMoves putThenDelete;

  private CapacityPerMessage(DynamoDbClient client, CapacityMeter meter) {
    this.meter = meter;
    var table = new MessagesTable(client, OwnTable.NAME);
    var clock = InstantSource.system();
    conversations = new ConversationRepository(table);
    messages = new MessageRepository(table);
    inboxes = new InboxRepository(table);
    create = new CreateMessage(users, conversations, messages, clock, UUID::randomUUID);
    open = new CreateMessageGroup(users, conversations, messages, clock, UUID::randomUUID);
    update = new UpdateMessageGroups(inboxes);
    python = new PythonWrites(client);
    putThenDelete = new UnconditionalMoves(client, Order.PUT_THEN_DELETE);
  }

  /// Takes no arguments.
  public static void main(String[] args) {
    var meter = new CapacityMeter();
    try (var own = OwnTable.create();
        var client =
            DynamoDb.at(own.endpoint())
                .overrideConfiguration(metered -> metered.addExecutionInterceptor(meter))
                .build()) {
      System.out.println("| capacity units, two members | requests | RCU | WCU |");
      System.out.println("|---|---|---|---|");
      var bench = new CapacityPerMessage(client, meter);
      var group = bench.ours();
      bench.putThenDelete(group);
      bench.python();
    }
  }

  private UUID ours() {
    var group = open.create("andrew", "bayko", TEXT, Optional.empty()).message().groupUuid();
    print("D, a new conversation");
    open.create("andrew", "bayko", TEXT, Optional.empty());
    print("D, into the conversation there is");
    var message = send(group);
    var sent = print("C");
    update.update(List.of(message));
    print("**C and E**", print("E, for it").plus(sent));
    var burst = IntStream.range(0, BURST).mapToObj(i -> send(group)).toList();
    var allSent = meter.take();
    update.update(burst);
    print(
        "**%d C of one conversation, and E for all at once**".formatted(BURST),
        allSent.plus(meter.take()));
    new ListMessages(users, conversations, messages).list("bayko", group, PageRequest.newest(100));
    print("A, 100 messages");
    new ListMessageGroups(users, inboxes).list("bayko", PageRequest.newest(20));
    print("B, 1 conversation");
    return group;
  }

  private void putThenDelete(UUID group) {
    var message = send(group);
    var sent = meter.take();
    putThenDelete.move(message);
    print("put, then delete: C and E", sent.plus(meter.take()));
    var burst = IntStream.range(0, BURST).mapToObj(i -> send(group)).toList();
    var allSent = meter.take();
    putThenDelete.move(burst.getLast());
    print(
        "put, then delete: %d C of one conversation, and E for all at once".formatted(BURST),
        allSent.plus(meter.take()));
  }

  private void python() {
    var group = python.open(andrew, bayko, TEXT);
    print("Python: D");
    python.move(python.send(group, andrew, TEXT));
    print("Python: C and E");
    for (var i = 0; i < BURST; i++) {
      python.move(python.send(group, andrew, TEXT));
    }
    print("Python: %d C of one conversation, and E for each".formatted(BURST));
  }

  private NewMessage send(UUID group) {
    return streamed(create.create("andrew", group, TEXT, Optional.empty()).message());
  }

  private Units print(String what) {
    return print(what, meter.take());
  }

  private static Units print(String what, Units units) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.1f | %.1f |%n",
        what,
        units.requests(),
        units.read(),
        units.written());
    return units;
  }

  private static NewMessage streamed(Message message) {
    return new NewMessage(
        message.groupUuid(),
        message.createdAt(),
        message.sender().uuid().toString(),
        message.text());
  }
}
