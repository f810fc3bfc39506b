package com.cruddur.messages.bench.lambda;

import com.cruddur.messages.message.CreateMessage;
import com.cruddur.messages.message.CreateMessageGroup;
import com.cruddur.messages.message.MessageText;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.user.PostgresUserDirectory;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Two users of a stage with a conversation of 20 messages, and strangers to open more with.
///
/// @param sub of the one who calls
/// @param group their conversation
record Conversants(String sub, UUID group) {
  /// The handle of whom he talks to.
  static final String OTHER = "other";

  private static final int MESSAGES = 20;
  private static final String INSERT =
      "INSERT INTO public.users (display_name, handle, email, cognito_user_id)"
          + " SELECT 'Display Name', handle, 'nobody@example.com', handle FROM"
          + " (SELECT 'stranger' || n FROM generate_series(0, %d) n UNION SELECT '%s') h(handle)";

  /// The handle of a stranger.
  static String stranger(int n) {
    return "stranger" + n;
  }

  /// Lets the stage's user talk to somebody.
  static Conversants on(Stage stage, int strangers) throws Exception {
    try (var connection = DriverManager.getConnection(stage.databaseUrl());
        var statement = connection.createStatement()) {
      statement.execute(INSERT.formatted(strangers, OTHER));
    }
    var table = new MessagesTable(stage.rows().client(), Stage.TABLE);
    var conversations = new ConversationRepository(table);
    var messages = new MessageRepository(table);
    var clock = InstantSource.system();
    try (var users = new PostgresUserDirectory(stage.databaseUrl())) {
      var open = new CreateMessageGroup(users, conversations, messages, clock, UUID::randomUUID);
      var create = new CreateMessage(users, conversations, messages, clock, UUID::randomUUID);
      var text = new MessageText("As long as messages usually are, or so.");
      var group = open.create(stage.sub(), OTHER, text, Optional.empty()).message().groupUuid();
      for (var i = 1; i < MESSAGES; i++) {
        create.create(stage.sub(), group, text, Optional.empty());
      }
      return new Conversants(stage.sub(), group);
    }
  }
}
