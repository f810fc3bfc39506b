package com.cruddur.messages.message;

import com.cruddur.messages.table.InboxRepository;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pattern E: the inboxes follow the messages. Of many new messages of one conversation only the
/// newest costs a rewrite.
public final class UpdateMessageGroups {
  private static final Logger LOG = LoggerFactory.getLogger(UpdateMessageGroups.class);

  private final InboxRepository inboxes;

  public UpdateMessageGroups(InboxRepository inboxes) {
    this.inboxes = inboxes;
  }

  /// Moves the conversations of `messages` in every member's inbox, in the order of each one's
  /// first message, until one fails.
  ///
  /// @param messages in stream order
  /// @return where to go on: the index of the first message of the conversation that failed. Every
  ///     conversation whose first message comes before it is done; doing one again changes nothing.
  ///     Empty when all are done
  public OptionalInt update(List<NewMessage> messages) {
    var first = new LinkedHashMap<UUID, Integer>();
    var newest = new LinkedHashMap<UUID, NewMessage>();
    for (var i = 0; i < messages.size(); i++) {
      var message = messages.get(i);
      first.putIfAbsent(message.groupUuid(), i);
      newest.merge(
          message.groupUuid(), message, (a, b) -> b.createdAt().isAfter(a.createdAt()) ? b : a);
    }
    if (newest.size() > 1 && moveTogether(newest.values())) {
      return OptionalInt.empty();
    }
    for (var message : newest.values()) {
      try {
        inboxes.moveGroups(message);
      } catch (RuntimeException e) {
        LOG.error("inboxes of group {} could not be moved", message.groupUuid(), e);
        return OptionalInt.of(first.get(message.groupUuid()));
      }
    }
    return OptionalInt.empty();
  }

  // Whether all are moved. One by one it shows which of them fails, and the others are not held up.
  private boolean moveTogether(Collection<NewMessage> messages) {
    try {
      return inboxes.moveAll(messages);
    } catch (RuntimeException e) {
      LOG.info(
          "{} groups could not be moved together, now one by one: {}",
          messages.size(),
          e.getClass().getSimpleName());
      return false;
    }
  }
}
