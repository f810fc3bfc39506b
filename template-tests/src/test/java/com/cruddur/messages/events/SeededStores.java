package com.cruddur.messages.events;

import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.embedded.EmbeddedPostgres;
import com.cruddur.messages.integration.product.FolderTree;
import com.cruddur.messages.seed.ConversationSeed;
import com.cruddur.messages.seed.UserSeed;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.user.PostgresUserDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// DynamoDB Local and Postgres with what `bin/dev` starts with, once for the tests of a JVM. The
/// seeded conversation ends three minutes before [#SEEDED_AT], just before the stream's events.
public final class SeededStores implements AutoCloseable {
  /// When the seed was applied.
  public static final Instant SEEDED_AT = Instant.parse("2026-05-04T10:00:00Z");

  /// The name that the table has without any setting.
  public static final String TABLE_NAME = "cruddur-messages";

  private static final Path BINARIES = Path.of("../local/embedded/target/postgres");

  private final Path work;
  private final DynamoDbLocal dynamoDb;
  private final EmbeddedPostgres postgres;
  private final DynamoDbClient client;
  private final Set<Map<String, AttributeValue>> seeded;

  private SeededStores() throws IOException, SQLException {
    work = Files.createTempDirectory("cruddur-messages-events");
    dynamoDb = DynamoDbLocal.start(work);
    postgres = EmbeddedPostgres.start(BINARIES, work.resolve("postgres"));
    client = DynamoDb.at(dynamoDb.endpoint()).build();
    client.createTable(MessagesTableSchema.createTable(TABLE_NAME));
    UserSeed.createTable(databaseUrl());
    UserSeed.apply(databaseUrl());
    try (var users = users()) {
      new ConversationSeed(table(), users, InstantSource.fixed(SEEDED_AT)).apply();
    }
    seeded = Set.copyOf(rows());
  }

  /// Gives a test's methods the stores as a parameter, each time as they were in the beginning.
  public static final class AsSeeded implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType().equals(SeededStores.class);
    }

    @Override
    public SeededStores resolveParameter(ParameterContext parameter, ExtensionContext context) {
      var stores =
          context
              .getRoot()
              .getStore(ExtensionContext.Namespace.GLOBAL)
              .computeIfAbsent(SeededStores.class, _ -> SeededStores.start(), SeededStores.class);
      stores.restore();
      return stores;
    }
  }

  private static SeededStores start() {
    try {
      return new SeededStores();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the stores did not start", e);
    }
  }

  /// Where the table is.
  public URI endpoint() {
    return dynamoDb.endpoint();
  }

  /// Where the users are, as a user who may do everything.
  public String databaseUrl() {
    return postgres.jdbcUrl();
  }

  /// The table as the functions see it.
  public MessagesTable table() {
    return new MessagesTable(client, TABLE_NAME);
  }

  /// The users as the functions see them.
  public PostgresUserDirectory users() {
    return new PostgresUserDirectory(databaseUrl());
  }

  /// Every row of the table.
  public List<Map<String, AttributeValue>> rows() {
    return client
        .scanPaginator(scan -> scan.tableName(TABLE_NAME).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  /// How many users there are with this handle.
  public int usersCalled(String handle) {
    try (var connection = DriverManager.getConnection(databaseUrl());
        var query =
            connection.prepareStatement("SELECT count(*) FROM public.users WHERE handle = ?")) {
      query.setString(1, handle);
      try (var row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Makes the stores what they were in the beginning.
  public void restore() {
    var found = Set.copyOf(rows());
    for (var row : found) {
      if (!seeded.contains(row)) {
        var key = Map.of("pk", row.get("pk"), "sk", row.get("sk"));
        client.deleteItem(delete -> delete.tableName(TABLE_NAME).key(key));
      }
    }
    for (var row : seeded) {
      if (!found.contains(row)) {
        client.putItem(put -> put.tableName(TABLE_NAME).item(row));
      }
    }
    try (var connection = DriverManager.getConnection(databaseUrl());
        var statement = connection.createStatement()) {
      statement.execute("DELETE FROM public.users");
      UserSeed.apply(databaseUrl());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
    dynamoDb.close();
    postgres.close();
    FolderTree.delete(work);
  }
}
