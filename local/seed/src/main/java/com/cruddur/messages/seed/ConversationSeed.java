package com.cruddur.messages.seed;

import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.ConversationRepository.Opening;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.user.User;
import com.cruddur.messages.user.UserDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A conversation of a hundred messages between `andrewbrown` and `bayko`, the newest a few minutes
/// old, written the way the product writes.
public final class ConversationSeed {
  /// The conversation, the same one in every environment.
  public static final UUID GROUP_UUID = UUID.fromString("5ae290ed-55d1-47a0-bc6d-fe2bc2700399");

  private static final Duration AGE_OF_NEWEST = Duration.ofMinutes(3);

  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final InboxRepository inboxes;
  private final UserDirectory users;
  private final InstantSource clock;

  /// @param users must know both of them
  public ConversationSeed(MessagesTable table, UserDirectory users, InstantSource clock) {
    this.conversations = new ConversationRepository(table);
    this.messages = new MessageRepository(table);
    this.inboxes = new InboxRepository(table);
    this.users = users;
    this.clock = clock;
  }

  /// Writes the conversation, or the rest of it where an earlier attempt ended half-way. Where the
  /// two have written anything else, nothing changes.
  ///
  /// @return how many messages were written
  /// @throws UnknownUserException when the directory lacks one of them
  public int apply() {
    var lines = Line.all();
    var start = clock.instant().minus(AGE_OF_NEWEST);
    var first = message(lines, 0, start);
    var opening = conversations.open(first, user(lines.get(1)), Optional.empty());
    var already =
        switch (opening) {
          case Opening.Opened _ -> 1;
          case Opening.AlreadyOpen(var uuid) -> alreadyWritten(uuid, lines);
        };
    if (already == lines.size()) {
      return 0;
    }
    Message last = first;
    for (var i = already; i < lines.size(); i++) {
      last = messages.append(message(lines, i, start), Optional.empty()).message();
    }
    inboxes.moveGroups(
        new NewMessage(GROUP_UUID, last.createdAt(), last.sender().uuid().toString(), last.text()));
    return lines.size() - already + (opening instanceof Opening.Opened ? 1 : 0);
  }

  // All of them, so that nothing is added, when the conversation is another one or has gone on.
  private int alreadyWritten(UUID groupUuid, List<Line> lines) {
    if (!groupUuid.equals(GROUP_UUID)) {
      return lines.size();
    }
    var written =
        messages.page(groupUuid, PageRequest.newest(lines.size())).items().stream()
            .map(message -> new Line(message.sender().handle(), message.text()))
            .toList();
    return lines.subList(0, written.size()).equals(written) ? written.size() : lines.size();
  }

  private Message message(List<Line> lines, int i, Instant newest) {
    return new Message(
        GROUP_UUID,
        UUID.nameUUIDFromBytes((GROUP_UUID + "/" + i).getBytes(StandardCharsets.UTF_8)),
        Timestamp.of(newest.minusSeconds(secondsBefore(lines.size() - 1 - i))),
        user(lines.get(i)),
        lines.get(i).text());
  }

  private User user(Line line) {
    return users.byHandle(line.handle()).orElseThrow(() -> new UnknownUserException(line.handle()));
  }

  // A minute or so between messages, as people type.
  private static long secondsBefore(int messages) {
    return messages * 55L + (messages * 37 % 50);
  }
}
