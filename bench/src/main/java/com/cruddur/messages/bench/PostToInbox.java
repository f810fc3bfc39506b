package com.cruddur.messages.bench;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.local.lambda.LambdaFunction;
import com.cruddur.messages.local.stream.DynamoDbStreams;
import com.cruddur.messages.local.stream.EventSourceMapping;
import com.cruddur.messages.local.stream.EventSourceMappingSettings;
import com.cruddur.messages.local.stream.FailureStore;
import com.cruddur.messages.message.CreateMessage;
import com.cruddur.messages.message.CreateMessageGroup;
import com.cruddur.messages.message.MessageText;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.user.User;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// Sends messages one after the other and measures how long it takes until both members' inboxes
/// show each: use case, table, stream, pump, stream function, table. Beside it the same in Python
/// (`bench/python/post_to_inbox.py`), whose stream is read without pause, over a DynamoDB Local of
/// its own.
public final class PostToInbox {
  // Until both the JVM here and DynamoDB Local have compiled it.
  private static final int WARM_UP = 2_000;
  private static final Duration IDLE = Duration.ofSeconds(20);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final User andrew = new User(UUID.randomUUID(), "andrew", "Andrew");
  private final User bayko = new User(UUID.randomUUID(), "bayko", "Bayko");
  private final CreateMessage createMessage;
  private final InboxRepository inboxes;
  private final UUID groupUuid;

  private PostToInbox(OwnTable table) {
    var users = new KnownUsers(List.of(andrew, bayko));
    var conversations = new ConversationRepository(table.table());
    var messages = new MessageRepository(table.table());
    var clock = InstantSource.system();
    this.inboxes = new InboxRepository(table.table());
    this.createMessage = new CreateMessage(users, conversations, messages, clock, UUID::randomUUID);
    this.groupUuid =
        new CreateMessageGroup(users, conversations, messages, clock, UUID::randomUUID)
            .create("andrew", "bayko", new MessageText("first"), Optional.empty())
            .message()
            .groupUuid();
  }

  /// @param args how many messages; 500 when there is none
  public static void main(String[] args) throws IOException, InterruptedException {
    var sends = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    // One after the other: neither polls while the other is measured.
    printPython(ours(sends), PythonPostToInbox.measure(sends, WARM_UP));
  }

  private static List<Sent> ours(int sends) throws IOException {
    try (var table = OwnTable.create();
        var streams = DynamoDbStreams.at(table.endpoint()).build()) {
      var failures = Files.createTempDirectory("cruddur-bench-failures-");
      var handler =
          new UpdateMessageGroupsHandler(
              new UpdateMessageGroups(new InboxRepository(table.table())));
      try (var mapping =
          EventSourceMapping.start(
              streams,
              table.streamArn(),
              new LambdaFunction<>("update-message-groups", handler, DynamodbEvent.class)::invoke,
              EventSourceMappingSettings.defaults(),
              new FailureStore(failures, "update-message-groups", InstantSource.system()))) {
        var bench = new PostToInbox(table);
        bench.send(WARM_UP, Duration.ZERO);
        var sent = bench.send(sends, Duration.ZERO);
        print("one after the other", sent);
        print("each after 2 s of quiet", bench.send(sends / 20, Duration.ofSeconds(2)));
        printIdle(table);
        if (!mapping.isRunning()) {
          throw new IllegalStateException("the pump ended");
        }
        return sent;
      } finally {
        Files.delete(failures);
      }
    }
  }

  /// One message, from the start of sending it.
  ///
  /// @param answered until the sender had the answer
  /// @param shown until both inboxes showed it
  private record Sent(Duration answered, Duration shown) {}

  private static void print(String how, List<Sent> sent) {
    System.out.printf(
        "PostToInbox: %d messages %s, until both inboxes show it: %s%n",
        sent.size(), how, Durations.of(sent.stream().map(Sent::shown).toList()));
    System.out.printf(
        "PostToInbox: of that until the sender's answer: %s%n",
        Durations.of(sent.stream().map(Sent::answered).toList()));
  }

  private static void printPython(List<Sent> sent, List<Duration> python) {
    var ours = Durations.of(sent.stream().map(Sent::shown).toList());
    var theirs = Durations.of(python);
    System.out.printf(
        "PostToInbox: the same in Python: %s; ours takes %s of its p50, %s of its p95%n",
        theirs, ratio(ours, theirs, 50), ratio(ours, theirs, 95));
  }

  private static String ratio(Durations ours, Durations theirs, int percentage) {
    return String.format(
        Locale.ROOT,
        "%.2f",
        (double) ours.percentile(percentage).toNanos() / theirs.percentile(percentage).toNanos());
  }

  private static void printIdle(OwnTable table) {
    var own = ProcessHandle.current();
    var dynamoDb = ProcessHandle.of(table.pid()).orElseThrow();
    var before = List.of(cpu(own), cpu(dynamoDb));
    LockSupport.parkNanos(IDLE.toNanos());
    System.out.printf(
        "PostToInbox: waiting costs %.1f %% of a core here and %.1f %% in DynamoDB Local%n",
        percentOfIdle(cpu(own).minus(before.getFirst())),
        percentOfIdle(cpu(dynamoDb).minus(before.getLast())));
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double percentOfIdle(Duration cpu) {
    return 100.0 * cpu.toNanos() / IDLE.toNanos();
  }

  private List<Sent> send(int count, Duration pause) {
    var sent = new ArrayList<Sent>();
    for (var i = 0; i < count; i++) {
      LockSupport.parkNanos(pause.toNanos());
      var started = System.nanoTime();
      var text = "message " + UUID.randomUUID();
      createMessage.create("andrew", groupUuid, new MessageText(text), Optional.empty());
      var answered = Duration.ofNanos(System.nanoTime() - started);
      while (!shows(andrew, text) || !shows(bayko, text)) {
        if (System.nanoTime() - started > LIMIT.toNanos()) {
          throw new IllegalStateException("not in both inboxes after " + LIMIT);
        }
      }
      sent.add(new Sent(answered, Duration.ofNanos(System.nanoTime() - started)));
    }
    return sent;
  }

  private boolean shows(User user, String text) {
    return inboxes.page(user.uuid(), PageRequest.newest(20)).items().stream()
        .anyMatch(group -> group.lastMessage().equals(text));
  }
}
