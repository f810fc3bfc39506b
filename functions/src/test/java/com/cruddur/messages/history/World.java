package com.cruddur.messages.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.history.Step.Deliver;
import com.cruddur.messages.history.Step.Pause;
import com.cruddur.messages.history.Step.Send;
import com.cruddur.messages.history.Step.Together;
import com.cruddur.messages.message.CreateMessage;
import com.cruddur.messages.message.CreateMessageGroup;
import com.cruddur.messages.message.CreateMessageRequest.Destination.ToGroup;
import com.cruddur.messages.message.CreateMessageRequest.Destination.ToHandle;
import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.message.IdempotencyKey;
import com.cruddur.messages.message.MessageText;
import com.cruddur.messages.message.RefusedException;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.testing.Faults;
import com.cruddur.messages.testing.Faults.Call;
import com.cruddur.messages.testing.Faults.Crash;
import com.cruddur.messages.testing.Log;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stream;
import com.cruddur.messages.testing.Table;
import com.cruddur.messages.user.User;
import com.cruddur.messages.user.UserDirectory;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/// Three people, a table of their own, and the functions over it.
final class World implements UserDirectory, AutoCloseable {
  private static final int PEOPLE = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Faults faults = new Faults();
  private final Replica replica = new Replica();
  private final Laws laws = new Laws(replica);
  private final ThreadLocal<Running> running = new ThreadLocal<>();
  private final List<User> people =
      IntStream.range(0, PEOPLE)
          .mapToObj(i -> new User(UUID.randomUUID(), "h" + i, "Person " + i))
          .toList();
  private final Table rows;
  private final MessagesTable table;
  private final String marker = "marker-" + UUID.randomUUID();
  private Instant now = Instant.parse("2026-05-04T10:00:00.000001Z");
  private Turns turns;
  private int texts;
  private Throwable failed;

  /// A call and how many requests it has made.
  private static final class Running {
    private final Step.Call call;
    private int requests;

    private Running(Step.Call call) {
      this.call = call;
    }
  }

  World(DynamoDbLocal dynamoDb) {
    var name = "history-" + UUID.randomUUID();
    var direct = DynamoDb.at(dynamoDb.endpoint()).build();
    direct.createTable(
        MessagesTableSchema.createTable(name).toBuilder()
            .streamSpecification((StreamSpecification) null)
            .build());
    rows = new Table(direct, name);
    table = new MessagesTable(patient(dynamoDb), name);
    faults.inject(this::pass);
  }

  // A request that waits for its turn is not late.
  private DynamoDbClient patient(DynamoDbLocal dynamoDb) {
    var client = DynamoDb.at(dynamoDb.endpoint());
    var limits = client.overrideConfiguration().toBuilder();
    return faults
        .under(client)
        .overrideConfiguration(
            limits.apiCallAttemptTimeout(PATIENCE).apiCallTimeout(PATIENCE).build())
        .build();
  }

  /// Lets it happen, and holds the table against the laws at every moment and at the end.
  void play(History history) throws Throwable {
    for (var i = 0; i < history.legacy().size(); i++) {
      history.legacy().get(i).rows(people, i).forEach(this::write);
    }
    for (var step : history.steps()) {
      switch (step) {
        case Pause(var micros) -> now = now.plus(micros, ChronoUnit.MICROS);
        case Together(var calls, var order) -> together(calls, order);
        case Step.Call call -> together(List.of(call), List.of(0));
      }
    }
    deliverAll();
    laws.checkTheEnd(table, rows);
    assertThat(Log.text()).doesNotContain(marker);
  }

  private void write(Map<String, AttributeValue> row) {
    table.client().putItem(put -> put.tableName(table.name()).item(row));
  }

  private void together(List<Step.Call> calls, List<Integer> order) throws Throwable {
    turns = new Turns(order);
    var work = new ArrayList<Runnable>();
    for (var call : calls) {
      var text = marker + " " + texts++;
      work.add(() -> run(call, text));
    }
    turns.run(work);
    turns = null;
    now = now.plusMillis(1);
    if (failed != null) {
      throw failed;
    }
  }

  private void run(Step.Call call, String text) {
    running.set(new Running(call));
    try {
      switch (call) {
        case Send send -> send(send, text);
        case Deliver deliver -> deliver(picked(deliver.records()));
      }
    } catch (Crash e) {
      // As it was meant: nothing is acknowledged.
    } catch (Throwable e) {
      failed = e;
    }
  }

  private void send(Send send, String text) {
    var sender = people.get(send.sender());
    var receiver = people.get(send.receiver());
    var key = send.key().map(Object::toString);
    var group = send.toGroup() ? laws.conversation(sender, receiver) : Optional.<UUID>empty();
    var sending = laws.begin(sender, text, key);
    var at = now.plusMillis(send.skewMillis());
    var conversations = new ConversationRepository(table);
    var messages = new MessageRepository(table);
    try {
      var result =
          group.isPresent()
              ? new CreateMessage(this, conversations, messages, () -> at, UUID::randomUUID)
                  .create(
                      sender.handle(),
                      group.get(),
                      new MessageText(text),
                      IdempotencyKey.of(key, new ToGroup(group.get()).answer()))
              : new CreateMessageGroup(this, conversations, messages, () -> at, UUID::randomUUID)
                  .create(
                      sender.handle(),
                      receiver.handle(),
                      new MessageText(text),
                      IdempotencyKey.of(key, new ToHandle(receiver.handle()).answer()));
      sending.acknowledged(result);
    } catch (RefusedException e) {
      assertThat(e.codes()).containsExactly(ErrorCode.RECEIVER_IS_SENDER);
      assertThat(sender).isEqualTo(receiver);
    }
  }

  private List<JsonNode> picked(List<Integer> numbers) {
    var messages = replica.messages();
    return messages.isEmpty()
        ? List.of()
        : numbers.stream().map(n -> messages.get(n % messages.size())).toList();
  }

  private void deliver(List<JsonNode> records) {
    var batch = new ArrayList<Map<String, AttributeValue>>();
    for (var record : records) {
      var row = Table.row(Replica.pk(record), Replica.text(record, "sk"));
      record
          .fieldNames()
          .forEachRemaining(
              name -> row.put(name, AttributeValue.fromS(Replica.text(record, name))));
      batch.add(row);
    }
    var response =
        new UpdateMessageGroupsHandler(
                new UpdateMessageGroups(new InboxRepository(table, Runnable::run)))
            .handleRequest(Stream.inserted(batch).event(), Product.context());
    assertThat(response.getBatchItemFailures()).isEmpty();
  }

  // Whatever became of it before, Lambda brings every record at last; the newest ones first is the
  // worst order there is.
  private void deliverAll() throws Throwable {
    var all = IntStream.range(0, replica.messages().size()).boxed().toList().reversed();
    for (var from = 0; from < all.size(); from += 4) {
      var batch = all.subList(from, Math.min(all.size(), from + 4));
      together(List.of(new Deliver(batch, List.of(3, 0, 1), Optional.empty())), List.of(0));
    }
  }

  private HttpExecuteResponse pass(Call call) throws IOException {
    var me = running.get();
    if (me == null) {
      return send(call);
    }
    turns.await();
    var number = me.requests++;
    var death = me.call.death().filter(end -> end.request() == number);
    if (death.isPresent() && !death.get().after()) {
      throw new Crash();
    }
    if (call.readsIndex() && me.call instanceof Deliver deliver) {
      return call.respond(200, replica.lateIndex(call.body(), deliver.lags()));
    }
    var response = send(call);
    if (death.isPresent()) {
      throw new Crash();
    }
    return response;
  }

  private HttpExecuteResponse send(Call call) throws IOException {
    var response = call.send();
    if (response.httpResponse().isSuccessful() && replica.apply(call)) {
      laws.checkThisMoment();
    }
    return response;
  }

  @Override
  public Optional<User> byCognitoUserId(String cognitoUserId) {
    return byHandle(cognitoUserId);
  }

  @Override
  public Optional<User> byHandle(String handle) {
    return people.stream().filter(user -> user.handle().equals(handle)).findFirst();
  }

  @Override
  public void close() {
    rows.client().deleteTable(delete -> delete.tableName(rows.name()));
    rows.client().close();
    table.client().close();
  }
}
