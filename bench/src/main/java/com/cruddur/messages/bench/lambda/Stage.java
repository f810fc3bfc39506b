package com.cruddur.messages.bench.lambda;

import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.embedded.EmbeddedPostgres;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.UUID;

/// Fresh stores, with one user who has an inbox of 20 conversations. DynamoDB Local slows down with
/// its age, so each measurement has a stage of its own.
final class Stage implements AutoCloseable {
  /// The table's name.
  static final String TABLE = MessagesTable.DEFAULT_NAME;

  private static final int GROUPS = 20;
  private static final Path BINARIES = Path.of("local/embedded/target/postgres");

  private final UUID user = UUID.randomUUID();
  private final String sub = UUID.randomUUID().toString();
  private final Path folder;
  private final DynamoDbLocal dynamoDb;
  private final EmbeddedPostgres postgres;
  private final TlsFront tls;
  private final Table rows;

  Stage() throws Exception {
    folder = Files.createTempDirectory("cruddur-bench-");
    dynamoDb = DynamoDbLocal.start(folder);
    postgres = EmbeddedPostgres.start(BINARIES.toAbsolutePath(), folder.resolve("postgres"));
    tls = TlsFront.start(folder, dynamoDb.endpoint());
    rows = new Table(DynamoDb.at(dynamoDb.endpoint()).build(), TABLE);
    rows.client().createTable(MessagesTableSchema.createTable(TABLE));
    fillInbox();
    insertUser();
  }

  private void fillInbox() {
    for (var i = 0; i < GROUPS; i++) {
      rows.put(
          "GRP#" + user,
          "2026-01-01T00:00:%02d.000000+00:00".formatted(i),
          "message_group_uuid",
          UUID.randomUUID().toString(),
          "message",
          "a message of middling length, number " + i,
          "user_uuid",
          UUID.randomUUID().toString(),
          "user_handle",
          "handle" + i,
          "user_display_name",
          "Display Name " + i);
    }
  }

  private void insertUser() throws Exception {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl());
        var statement = connection.createStatement()) {
      var schema = DynamoDb.class.getResourceAsStream("/com/cruddur/messages/user/schema.sql");
      statement.execute(new String(schema.readAllBytes()));
      statement.execute(
          "INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id)"
              + " VALUES ('%s', 'Display Name', 'handle', 'nobody@example.com', '%s')"
                  .formatted(user, sub));
    }
  }

  Path folder() {
    return folder;
  }

  TlsFront tls() {
    return tls;
  }

  /// The DynamoDB Local itself, without TLS.
  URI endpoint() {
    return dynamoDb.endpoint();
  }

  /// What `DATABASE_URL` takes.
  String databaseUrl() {
    return postgres.jdbcUrl();
  }

  /// The same as Python's drivers take it.
  String postgresUrl() {
    var url = URI.create(postgres.jdbcUrl().substring("jdbc:".length()));
    return "postgresql://postgres@%s:%d/postgres".formatted(url.getHost(), url.getPort());
  }

  /// The user's `sub`.
  String sub() {
    return sub;
  }

  /// The rows, past the functions.
  Table rows() {
    return rows;
  }

  /// Whether an answer to [#event] has all of it.
  static boolean isWholeInbox(String answer) {
    return answer.split("created_at", -1).length == GROUPS + 1;
  }

  /// Pattern B's event, of the user.
  String event() {
    return Request.empty().eventJson(Route.LIST_MESSAGE_GROUPS, sub);
  }

  @Override
  public void close() throws IOException {
    rows.client().close();
    tls.close();
    postgres.close();
    dynamoDb.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
