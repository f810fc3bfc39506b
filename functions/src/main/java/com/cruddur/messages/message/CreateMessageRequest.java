package com.cruddur.messages.message;

import com.cruddur.messages.message.CreateMessageResult.Answer;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A message to be sent, checked as far as that goes without looking anything up.
///
/// @param sub the sender as the token names him
/// @param key names this sending, so that it can be repeated
public record CreateMessageRequest(
    String sub, MessageText text, Destination to, Optional<IdempotencyKey> key) {
  /// The fields of the body that count; others are ignored.
  public static final Set<String> FIELDS = Set.of("message", "message_group_uuid", "handle");

  /// Where a message goes.
  public sealed interface Destination {
    /// What the sender is told.
    Answer answer();

    /// Into a conversation (pattern C).
    record ToGroup(UUID uuid) implements Destination {
      @Override
      public Answer answer() {
        return Answer.MESSAGE;
      }
    }

    /// To somebody (pattern D).
    record ToHandle(String handle) implements Destination {
      @Override
      public Answer answer() {
        return Answer.MESSAGE_GROUP;
      }
    }
  }

  /// Checks what a caller sent. Where a `message_group_uuid` is given at all, it decides, even if a
  /// handle stands beside it.
  ///
  /// @param fields the [#FIELDS] that the body had
  /// @param key the `Idempotency-Key` header
  /// @throws RefusedException with all codes that apply
  public static CreateMessageRequest of(
      Optional<String> sub, Map<String, String> fields, Optional<String> key) {
    var codes = new ArrayList<ErrorCode>();
    if (sub.isEmpty()) {
      codes.add(ErrorCode.COGNITO_USER_ID_BLANK);
    }
    var group = fields.get("message_group_uuid");
    Destination to = null;
    if (group != null) {
      if (MessageText.isBlank(group)) {
        codes.add(ErrorCode.MESSAGE_GROUP_UUID_BLANK);
      } else {
        to = MessageGroup.parseUuid(group).map(Destination.ToGroup::new).orElse(null);
        if (to == null) {
          codes.add(ErrorCode.MESSAGE_GROUP_UUID_INVALID);
        }
      }
    } else if (MessageText.isBlank(fields.get("handle"))) {
      codes.add(ErrorCode.USER_RECIEVER_HANDLE_BLANK);
    } else {
      to = new Destination.ToHandle(fields.get("handle"));
    }
    MessageText.refusal(fields.get("message")).ifPresent(codes::add);
    if (!codes.isEmpty()) {
      throw new RefusedException(codes);
    }
    return new CreateMessageRequest(
        sub.orElseThrow(),
        new MessageText(fields.get("message")),
        to,
        IdempotencyKey.of(key, to.answer()));
  }
}
