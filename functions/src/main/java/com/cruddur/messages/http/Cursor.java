package com.cruddur.messages.http;

import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.message.Position;
import com.cruddur.messages.message.RefusedException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// A [Position] as callers carry it: opaque, and good for one list and one caller only.
///
/// It starts with a digest over list, caller and position. The digest has no key, for it guards
/// against mix-ups, not against forgery: a forged cursor could only ask for rows of a list whose
/// reader is checked at every request anyway.
final class Cursor {
  private static final int DIGEST_BYTES = 12;
  // Digest, direction and a sort key, which has 1,024 bytes at most, in Base64: DynamoDB answers a
  // longer one with an error that would be ours.
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
  private static final int MAX_LENGTH = (DIGEST_BYTES + 1 + 1_024) * 4 / 3 + 1;
  private static final byte OLDER = 'o';

  private final String scope;
  private final String year;

  /// @param list the path of the list
  /// @param year what narrows it, which makes it another list
  /// @param sub the caller
  Cursor(String list, Optional<String> year, String sub) {
    this.year = year.orElse("");
    this.scope = list + '\n' + this.year + '\n' + sub + '\n';
  }

  /// The cursor for `position`, of URL-safe characters.
  String encode(Position position) {
    var content = content(position);
    var bytes = new byte[DIGEST_BYTES + content.length];
    System.arraycopy(digest(content), 0, bytes, 0, DIGEST_BYTES);
    System.arraycopy(content, 0, bytes, DIGEST_BYTES, content.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The position that [#encode] wrote for the same list and caller.
  ///
  /// @throws RefusedException `cursor_invalid` for any other text
  Position decode(String cursor) {
    return read(cursor)
        .filter(position -> encode(position).equals(cursor))
        // Forged ones, too, must be keys that DynamoDB can start from.
        .filter(position -> !position.key().isEmpty() && position.key().startsWith(year))
        .orElseThrow(() -> new RefusedException(ErrorCode.CURSOR_INVALID));
  }

  // What the cursor says, true or not.
  private static Optional<Position> read(String cursor) {
    try {
      if (cursor.length() > MAX_LENGTH) {
        return Optional.empty();
      }
      var content = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)).position(DIGEST_BYTES);
      var older = content.get() == OLDER;
      var key = StandardCharsets.UTF_8.decode(content).toString();
      return Optional.of(older ? Position.olderThan(key) : Position.newerThan(key));
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static byte[] content(Position position) {
    var direction =
        switch (position.direction()) {
          case OLDER -> (char) OLDER;
          case NEWER -> 'n';
        };
    return (direction + position.key()).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] digest(byte[] content) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(scope.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(sha.digest(content), DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
