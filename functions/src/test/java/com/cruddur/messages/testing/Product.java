package com.cruddur.messages.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.cruddur.messages.handler.CreateMessageHandler;
import com.cruddur.messages.handler.ListMessageGroupsHandler;
import com.cruddur.messages.handler.ListMessagesHandler;
import com.cruddur.messages.handler.ShowUserHandler;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.message.CreateMessage;
import com.cruddur.messages.message.CreateMessageGroup;
import com.cruddur.messages.message.ListMessageGroups;
import com.cruddur.messages.message.ListMessages;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.CopyingUserDirectory;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.user.PostgresUserDirectory;
import com.cruddur.messages.user.UserDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/// The functions, composed as Lambda composes them, over a table of the test's own. The clock is
/// the test's; the users are three strangers nobody else knows.
public final class Product implements BeforeEachCallback, AfterEachCallback {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-04T10:00:00.123456Z"));
  private final String tableName = "messages-" + UUID.randomUUID();

  private Stores stores;
  private PostgresUserDirectory database;
  private UserDirectory users;
  private Table rows;
  private MessagesTable table;

  /// The request id of the last call.
  public String lastRequestId;

  /// Between the SDK and the server.
  public final Faults faults = new Faults();

  public Person andrew;
  public Person bayko;
  public Person loren;

  @Override
  public void beforeEach(ExtensionContext context) {
    stores = Stores.of(context);
    var direct = DynamoDb.at(stores.dynamoDb().endpoint()).build();
    direct.createTable(
        MessagesTableSchema.createTable(tableName).toBuilder()
            // Nobody reads it here, and DynamoDB Local gets slow with what it keeps for it.
            .streamSpecification((StreamSpecification) null)
            .build());
    rows = new Table(direct, tableName);
    table = new MessagesTable(client(), tableName);
    over(new PostgresUserDirectory(stores.databaseUrl()));
    andrew = person("Andrew Brown");
    bayko = person("Andrew Bayko");
    loren = person("Loren Ipsum");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    database.close();
    rows.drop();
  }

  /// The same product over another database of users, in functions that know nobody yet.
  public Product over(PostgresUserDirectory directory) {
    if (database != null) {
      database.close();
    }
    database = directory;
    users = CopyingUserDirectory.beside(table, database, now::get);
    return this;
  }

  /// A new user of the directory.
  public Person person(String displayName) {
    var person =
        new Person(
            UUID.randomUUID(), "h-" + UUID.randomUUID(), displayName, "sub-" + UUID.randomUUID());
    stores.execute(
        "INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id)"
            + " VALUES ('%s', '%s', '%s', 'nobody@example.com', '%s')"
                .formatted(person.uuid(), displayName, person.handle(), person.sub()));
    return person;
  }

  public Stores stores() {
    return stores;
  }

  public String tableName() {
    return tableName;
  }

  /// The rows as they are, past the functions and past every fault.
  public Table rows() {
    return rows;
  }

  public MessagesTable table() {
    return table;
  }

  /// Kills the functions and starts them anew, as a new execution environment.
  public void restart() {
    faults.kill();
    table.client().close();
    table = new MessagesTable(client(), tableName);
    users = CopyingUserDirectory.beside(table, database, now::get);
  }

  /// The users as the functions look them up.
  public UserDirectory users() {
    return users;
  }

  /// The functions know him from here on, as they know whoever has called within a minute.
  public void knows(Person person) {
    users.byCognitoUserId(person.sub()).orElseThrow();
  }

  /// The users themselves.
  public PostgresUserDirectory database() {
    return database;
  }

  /// A client of our own configuration, behind the [#faults].
  public DynamoDbClient client() {
    return faults.under(DynamoDb.at(stores.dynamoDb().endpoint())).build();
  }

  public Instant now() {
    return now.get();
  }

  /// Sets the functions' clock.
  public void at(Instant instant) {
    now.set(instant);
  }

  /// Sets the functions' clock.
  public void at(String instant) {
    at(Instant.parse(instant));
  }

  public InboxRepository inboxes() {
    return new InboxRepository(table);
  }

  public MessageRepository messages() {
    return new MessageRepository(table);
  }

  public ConversationRepository conversations() {
    return new ConversationRepository(table);
  }

  /// The stream function.
  public UpdateMessageGroupsHandler updateMessageGroups() {
    return new UpdateMessageGroupsHandler(new UpdateMessageGroups(inboxes()));
  }

  /// Calls the function behind a route with a request of `caller` (nobody when null).
  public Answer call(Route route, Person caller, Request request) {
    var event = request.event(route, caller == null ? null : caller.sub());
    var context = context();
    lastRequestId = context.getAwsRequestId();
    return Answer.of(handler(route).handleRequest(event, context));
  }

  /// The function behind a route.
  public RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler(Route route) {
    return switch (route) {
      case LIST_MESSAGES ->
          new ListMessagesHandler(new ListMessages(users, conversations(), messages()));
      case LIST_MESSAGE_GROUPS ->
          new ListMessageGroupsHandler(new ListMessageGroups(users, inboxes()));
      case CREATE_MESSAGE ->
          new CreateMessageHandler(
              new CreateMessage(users, conversations(), messages(), now::get, UUID::randomUUID),
              new CreateMessageGroup(
                  users, conversations(), messages(), now::get, UUID::randomUUID));
      case SHOW_USER -> new ShowUserHandler(users);
    };
  }

  /// Pattern A.
  public Answer list(Person caller, UUID group) {
    return list(caller, group, Map.of());
  }

  /// Pattern A with a query.
  public Answer list(Person caller, UUID group, Map<String, String> query) {
    return call(
        Route.LIST_MESSAGES, caller, Request.path("message_group_uuid", group + "").query(query));
  }

  /// Pattern B.
  public Answer inbox(Person caller) {
    return inbox(caller, Map.of());
  }

  /// Pattern B with a query.
  public Answer inbox(Person caller, Map<String, String> query) {
    return call(Route.LIST_MESSAGE_GROUPS, caller, Request.empty().query(query));
  }

  /// Pattern C.
  public Answer send(Person caller, UUID group, String text) {
    return post(caller, Map.of("message", text, "message_group_uuid", group.toString()));
  }

  /// Pattern D.
  public Answer send(Person caller, Person receiver, String text) {
    return post(caller, Map.of("message", text, "handle", receiver.handle()));
  }

  /// `POST /api/messages` with these fields.
  public Answer post(Person caller, Map<String, ?> fields) {
    return call(Route.CREATE_MESSAGE, caller, Request.empty().json(fields));
  }

  /// Opens a conversation of the two and returns its uuid.
  public UUID conversation(Person sender, Person receiver, String text) {
    var answer = send(sender, receiver, text);
    if (answer.status() != 200) {
      throw new AssertionError("no conversation: " + answer);
    }
    return UUID.fromString(answer.object().get("message_group_uuid").textValue());
  }

  /// Gives these records to the stream function, as Lambda does, and returns the sequence numbers
  /// it reports as failed.
  public List<String> stream(Stream records) {
    return updateMessageGroups()
        .handleRequest(records.event(), context())
        .getBatchItemFailures()
        .stream()
        .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  /// Streams all messages of a group, in their order.
  public List<String> streamMessages(UUID group) {
    return stream(Stream.inserted(rows.messages(group)));
  }

  /// The text that every inbox row of the group shows, in no order.
  public List<String> shown(UUID group) {
    return rows.all().stream()
        .filter(row -> row.containsKey(MessagesTableSchema.MESSAGE_GROUP_UUID))
        .filter(row -> row.get(MessagesTableSchema.MESSAGE_GROUP_UUID).s().equals(group.toString()))
        .map(row -> row.get(MessagesTableSchema.MESSAGE).s())
        .toList();
  }

  /// What Lambda gives a function beside the event.
  public static Context context() {
    return new TestContext();
  }
}
