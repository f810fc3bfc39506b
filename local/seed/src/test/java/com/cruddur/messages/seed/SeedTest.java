package com.cruddur.messages.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.embedded.EmbeddedPostgres;
import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.user.PostgresUserDirectory;
import com.cruddur.messages.user.User;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private DynamoDbLocal dynamoDb;
  private EmbeddedPostgres postgres;
  private DynamoDbClient client;
  private PostgresUserDirectory users;
  private MessagesTable table;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    dynamoDb = DynamoDbLocal.start(folder);
    postgres = EmbeddedPostgres.start(Path.of("../embedded/target/postgres"), folder.resolve("pg"));
    client = DynamoDb.at(dynamoDb.endpoint()).build();
    UserSeed.createTable(postgres.jdbcUrl());
    UserSeed.apply(postgres.jdbcUrl());
    users = new PostgresUserDirectory(postgres.jdbcUrl());
  }

  @AfterAll
  void stop() {
    users.close();
    client.close();
    dynamoDb.close();
    postgres.close();
  }

  @BeforeEach
  void makeTable() {
    var name = "messages-" + UUID.randomUUID();
    client.createTable(MessagesTableSchema.createTable(name));
    table = new MessagesTable(client, name);
  }

  private int seed(Instant now) {
    return new ConversationSeed(table, users, InstantSource.fixed(now)).apply();
  }

  private User user(String handle) {
    return users.byHandle(handle).orElseThrow();
  }

  private List<Message> messages() {
    return new MessageRepository(table)
        .page(ConversationSeed.GROUP_UUID, PageRequest.newest(100))
        .items();
  }

  private List<MessageGroup> inbox(String handle) {
    return new InboxRepository(table).page(user(handle).uuid(), PageRequest.newest(100)).items();
  }

  @Test
  void conversationHasAHundredMessagesAMinuteOrSoApart() {
    assertThat(seed(NOW)).isEqualTo(100);
    var messages = messages();
    assertThat(messages).hasSize(100);
    assertThat(messages).extracting(Message::text).doesNotHaveDuplicates();
    assertThat(messages)
        .extracting(message -> message.sender().handle())
        .containsOnly("andrewbrown", "bayko");
    assertThat(messages.getLast().createdAt().instant()).isEqualTo(NOW.minusSeconds(180));
    for (var i = 1; i < messages.size(); i++) {
      assertThat(
              Duration.between(
                  messages.get(i - 1).createdAt().instant(), messages.get(i).createdAt().instant()))
          .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(120));
    }
  }

  @Test
  void bothInboxesShowTheNewestAndLorensIsEmpty() {
    seed(NOW);
    var newest = messages().getLast();
    for (var handle : List.of("andrewbrown", "bayko")) {
      assertThat(inbox(handle))
          .singleElement()
          .satisfies(
              group -> {
                assertThat(group.uuid()).isEqualTo(ConversationSeed.GROUP_UUID);
                assertThat(group.lastMessage()).isEqualTo(newest.text());
                assertThat(group.lastMessageAt()).isEqualTo(newest.createdAt());
                assertThat(group.other().handle()).isNotEqualTo(handle);
              });
    }
    assertThat(inbox("loren")).isEmpty();
  }

  @Test
  void itIsTheConversationOfThePairAsOursAre() {
    seed(NOW);
    var conversations = new ConversationRepository(table);
    assertThat(conversations.between(user("bayko"), user("andrewbrown")))
        .contains(ConversationSeed.GROUP_UUID);
    assertThat(conversations.isMember(ConversationSeed.GROUP_UUID, user("bayko").uuid())).isTrue();
    assertThat(conversations.isMember(ConversationSeed.GROUP_UUID, user("loren").uuid())).isFalse();
  }

  @Test
  void secondTimeChangesNothing() {
    seed(NOW);
    var before = messages();
    assertThat(seed(NOW.plusSeconds(600))).isZero();
    assertThat(messages()).isEqualTo(before);
  }

  @Test
  void attemptThatEndedHalfWayIsFinished() {
    seed(NOW);
    var all = messages();
    makeTable();
    var receiver = user(all.get(1).sender().handle());
    new ConversationRepository(table).open(all.getFirst(), receiver, Optional.empty());
    all.subList(1, 40).forEach(m -> new MessageRepository(table).append(m, Optional.empty()));
    assertThat(seed(NOW)).isEqualTo(60);
    assertThat(messages()).isEqualTo(all);
    assertThat(inbox("bayko")).extracting(MessageGroup::lastMessage).containsOnly(last(all));
  }

  private static String last(List<Message> messages) {
    return messages.getLast().text();
  }

  @Test
  void conversationThatWentOnIsLeftAlone() {
    seed(NOW);
    var more =
        new Message(
            ConversationSeed.GROUP_UUID,
            UUID.randomUUID(),
            com.cruddur.messages.message.Timestamp.of(NOW),
            user("bayko"),
            "And bring a towel.");
    new MessageRepository(table).append(more, Optional.empty());
    assertThat(seed(NOW.plusSeconds(600))).isZero();
  }

  @Test
  void usersThatAreThereStayAsTheyAre() throws Exception {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute("UPDATE public.users SET display_name = 'Other' WHERE handle = 'loren'");
      UserSeed.createTable(postgres.jdbcUrl());
      UserSeed.apply(postgres.jdbcUrl());
      try (var row =
          statement.executeQuery(
              "SELECT count(*), max(display_name) FILTER (WHERE handle = 'loren') FROM users")) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(3);
        assertThat(row.getString(2)).isEqualTo("Other");
      }
    }
  }
}
