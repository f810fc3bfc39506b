package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.message.CreateMessageResult.Sent;
import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.ConversationRepository.Opening.Opened;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// People who go on writing as fast as one thread can, some of them to each other for the first
/// time, and pattern E behind them.
final class Traffic implements AutoCloseable {
  private static final int FIRST_MESSAGE_EVERY = 20;

  private final MessagesTable table;
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private Future<List<SampleConversation>> writer;
  private volatile boolean isOver;
  private volatile int sent;

  Traffic(MessagesTable table) {
    this.table = table;
  }

  /// Starts it, into these conversations and new ones.
  void writeInto(List<SampleConversation> conversations) {
    writer = threads.submit(() -> write(new ArrayList<>(conversations)));
  }

  /// How many messages were sent.
  int sent() {
    return sent;
  }

  /// Ends it.
  ///
  /// @return the conversations as they are then
  List<SampleConversation> end() throws InterruptedException, ExecutionException {
    isOver = true;
    return writer.get();
  }

  private List<SampleConversation> write(List<SampleConversation> conversations) {
    var random = new Random(conversations.size());
    while (!isOver) {
      if (random.nextInt(FIRST_MESSAGE_EVERY) == 0) {
        conversations.add(open());
      } else {
        var which = random.nextInt(conversations.size());
        conversations.set(which, send(conversations.get(which)));
      }
      sent++;
    }
    return conversations;
  }

  private SampleConversation send(SampleConversation to) {
    var sender = to.members().get(sent % 2);
    var result = new MessageRepository(table).append(message(to.uuid(), sender), Optional.empty());
    return moved(to, ((Sent) result).message());
  }

  private SampleConversation open() {
    var one = new User(UUID.randomUUID(), "one", "One");
    var other = new User(UUID.randomUUID(), "other", "Other");
    var first = message(UUID.randomUUID(), one);
    var opening = new ConversationRepository(table).open(first, other, Optional.empty());
    var opened = ((Sent) ((Opened) opening).result()).message();
    return moved(
        new SampleConversation(opened.groupUuid(), List.of(one, other), null, null), opened);
  }

  private SampleConversation moved(SampleConversation conversation, Message message) {
    new InboxRepository(table)
        .moveGroups(
            new NewMessage(
                message.groupUuid(),
                message.createdAt(),
                message.sender().uuid().toString(),
                message.text()));
    return conversation.showing(message.createdAt(), message.text());
  }

  private Message message(UUID group, User sender) {
    var uuid = UUID.randomUUID();
    return new Message(group, uuid, Timestamp.of(Instant.now()), sender, "message " + uuid);
  }

  @Override
  public void close() {
    isOver = true;
    threads.close();
  }
}
