package com.cruddur.messages.message;

import com.cruddur.messages.message.CreateMessageResult.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// What a sender calls one sending, so that repeating it sends nothing twice. Kept as a digest: a
/// caller may choose any text of any length.
///
/// @param digest the SHA-256 of the header's value, 64 hexadecimal digits
/// @param answer which answer the request gets that uses it first
public record IdempotencyKey(String digest, Answer answer) {
  /// How long a key is remembered.
  public static final Duration REMEMBERED = Duration.ofHours(24);

  /// The key in an `Idempotency-Key` header; a blank header is none.
  public static Optional<IdempotencyKey> of(Optional<String> header, Answer answer) {
    return header
        .filter(value -> !value.isBlank())
        .map(value -> new IdempotencyKey(sha256(value.strip()), answer));
  }

  private static String sha256(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
