package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.message.NewMessage;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the scan met in the partition of a conversation: as much of it as is needed to know what
/// its inboxes should show.
final class Seen {
  // As many as a conversation of the Python service can have had, and more; who else sent changes
  // no judgement.
  private static final int MAX_SENDERS = 8;

  private final UUID groupUuid;
  private final Set<String> senders = new LinkedHashSet<>();
  private NewMessage newest;

  Seen(UUID groupUuid) {
    this.groupUuid = groupUuid;
  }

  void add(NewMessage message) {
    // By time, not by the letters of the key: the scan gives them in that order.
    if (newest == null || message.createdAt().isAfter(newest.createdAt())) {
      newest = message;
    }
    Uuids.canonical(Optional.ofNullable(message.senderUuid()))
        .filter(sender -> senders.size() < MAX_SENDERS)
        .ifPresent(senders::add);
  }

  UUID groupUuid() {
    return groupUuid;
  }

  Optional<NewMessage> newest() {
    return Optional.ofNullable(newest);
  }

  Set<String> senders() {
    return senders;
  }
}
