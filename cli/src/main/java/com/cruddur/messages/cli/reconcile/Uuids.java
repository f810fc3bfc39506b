package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.message.MessageGroup;
import java.util.Optional;
import java.util.UUID;

/// Ids in rows that anybody may have written.
final class Uuids {
  private Uuids() {}

  /// The text, if it is a uuid as this product writes and looks for it: in small letters.
  static Optional<String> canonical(Optional<String> text) {
    return text.filter(Uuids::isCanonical);
  }

  static boolean isCanonical(String text) {
    return MessageGroup.parseUuid(text).map(UUID::toString).filter(text::equals).isPresent();
  }
}
