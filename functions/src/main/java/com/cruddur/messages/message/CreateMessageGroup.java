package com.cruddur.messages.message;

import com.cruddur.messages.table.ConversationRepository;
import com.cruddur.messages.table.ConversationRepository.Opening;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.user.User;
import com.cruddur.messages.user.UserDirectory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Pattern D: a message to somebody, into the one conversation the two have, which is opened when
/// they have none.
public final class CreateMessageGroup {
  private final UserDirectory users;
  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public CreateMessageGroup(
      UserDirectory users,
      ConversationRepository conversations,
      MessageRepository messages,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.users = users;
    this.conversations = conversations;
    this.messages = messages;
    this.clock = clock;
    this.ids = ids;
  }

  /// Sends `text` to the user with this handle, unless `key` has been used before.
  ///
  /// @throws RefusedException with all that apply of `sender_not_found`, `receiver_not_found`,
  ///     `receiver_is_sender`
  public CreateMessageResult create(
      String sub, String handle, MessageText text, Optional<IdempotencyKey> key) {
    var sender = users.byCognitoUserId(sub);
    var receiver = users.byHandle(handle);
    var refusals = refusals(sender, receiver);
    if (refusals.isEmpty()) {
      return create(sender.orElseThrow(), receiver.orElseThrow(), text, key);
    }
    // Whoever has been sent to may be called otherwise by now; the key still stands for that
    // answer.
    var now = Timestamp.of(clock.instant());
    return sender
        .flatMap(from -> messages.sentBefore(from.uuid(), key, now))
        .orElseThrow(() -> new RefusedException(refusals));
  }

  private CreateMessageResult create(
      User sender, User receiver, MessageText text, Optional<IdempotencyKey> key) {
    var known = conversations.between(sender, receiver);
    var first =
        new Message(
            known.orElseGet(ids), ids.get(), Timestamp.of(clock.instant()), sender, text.value());
    if (known.isPresent()) {
      return messages.append(first, key);
    }
    return switch (conversations.open(first, receiver, key)) {
      case Opening.Opened(var result) -> result;
      // Somebody else's first message was faster; this one follows it.
      case Opening.AlreadyOpen(var groupUuid) -> messages.append(first.into(groupUuid), key);
    };
  }

  private static List<ErrorCode> refusals(Optional<User> sender, Optional<User> receiver) {
    var codes = new ArrayList<ErrorCode>();
    if (sender.isEmpty()) {
      codes.add(ErrorCode.SENDER_NOT_FOUND);
    }
    if (receiver.isEmpty()) {
      codes.add(ErrorCode.RECEIVER_NOT_FOUND);
    }
    if (sender.isPresent()
        && receiver.isPresent()
        && sender.get().uuid().equals(receiver.get().uuid())) {
      codes.add(ErrorCode.RECEIVER_IS_SENDER);
    }
    return codes;
  }
}
