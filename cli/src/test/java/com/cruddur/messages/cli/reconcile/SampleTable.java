package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.testing.Table;
import com.cruddur.messages.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// 5,000 conversations of 1,000 people with 100,000 messages. Every fourth was made by the Python
/// service: it has no memberships, and its messages have keys in every form.
final class SampleTable {
  static final int USERS = 1_000;
  static final int GROUPS = 5_000;
  static final int MESSAGES = 20;

  // Long settled, whatever the clock says.
  private static final Instant START =
      Instant.now().minus(Duration.ofDays(300)).truncatedTo(ChronoUnit.SECONDS);

  private final List<User> users = new ArrayList<>();
  private final List<SampleConversation> conversations = new ArrayList<>();

  SampleTable() {
    for (var i = 0; i < USERS; i++) {
      users.add(new User(UUID.randomUUID(), "user" + i, "User " + i));
    }
    for (var group = 0; group < GROUPS; group++) {
      // Every pair once: 5 others for each.
      var one = users.get(group % USERS);
      var other = users.get((group % USERS + 1 + group / USERS) % USERS);
      conversations.add(
          new SampleConversation(
              UUID.randomUUID(),
              List.of(one, other),
              Timestamp.of(sentAt(group, MESSAGES - 1)),
              text(group, MESSAGES - 1)));
    }
  }

  List<SampleConversation> conversations() {
    return conversations;
  }

  static boolean isPython(int group) {
    return group % 4 == 3;
  }

  /// Hands out every row.
  void rows(int group, Consumer<Map<String, AttributeValue>> sink) {
    var conversation = conversations.get(group);
    for (var message = 0; message < MESSAGES; message++) {
      var sender = conversation.members().get(message % 2);
      sink.accept(
          Table.row(
              "MSG#" + conversation.uuid(),
              key(group, message),
              "message",
              text(group, message),
              "message_uuid",
              UUID.randomUUID().toString(),
              "user_uuid",
              sender.uuid().toString(),
              "user_handle",
              sender.handle(),
              "user_display_name",
              sender.displayName()));
    }
    for (var member : conversation.members()) {
      sink.accept(conversation.row(member));
      if (!isPython(group)) {
        sink.accept(Table.row("MBR#" + conversation.uuid(), member.uuid().toString()));
      }
    }
  }

  // Each conversation has a minute of its own; some of their last messages have no fraction.
  private static Instant sentAt(int group, int message) {
    var at = START.plus(Duration.ofMinutes(group)).plusSeconds(message);
    return group % 5 == 0 ? at : at.plus(1_000L * (1 + group % 999), ChronoUnit.MICROS);
  }

  private static String key(int group, int message) {
    var at = sentAt(group, message);
    var canonical = Timestamp.of(at).stored();
    if (!isPython(group)) {
      return canonical;
    }
    return switch (message % 4) {
      case 0 -> canonical.replace("+00:00", "");
      case 1 -> at.atOffset(ZoneOffset.ofHoursMinutes(5, 30)).toString();
      case 2 -> canonical.replaceFirst("\\.000000", "");
      default -> canonical;
    };
  }

  private static String text(int group, int message) {
    return "message %d of conversation %d".formatted(message, group);
  }
}
