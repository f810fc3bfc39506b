package com.cruddur.messages.local.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

/// Cursors: nonsense, and forged ones that name any place in the list. Their digest has no key, so
/// whoever reads the source can make them.
final class HostileCursor {
  private static final int DIGEST_BYTES = 12;

  private HostileCursor() {}

  static String any(Random random, String path, String year, String sub) {
    return switch (random.nextInt(4)) {
      case 0 -> HostileText.any(random);
      case 1 -> "A".repeat(1 << random.nextInt(13));
      default -> forged(path, year, sub, (random.nextBoolean() ? "o" : "n") + key(random));
    };
  }

  private static String key(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "2026-0" + random.nextInt(10);
      // Around the longest sort key that DynamoDB takes, 1,024 bytes.
      case 1 -> "x".repeat(1_010 + random.nextInt(30));
      case 2 -> "\u0000".repeat(random.nextInt(5));
      default -> HostileText.any(random);
    };
  }

  /// A cursor as the API would have made it.
  static String forged(String path, String year, String sub, String content) {
    try {
      var bytes = content.getBytes(StandardCharsets.UTF_8);
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update((path + '\n' + year + '\n' + sub + '\n').getBytes(StandardCharsets.UTF_8));
      var cursor = Arrays.copyOf(sha.digest(bytes), DIGEST_BYTES + bytes.length);
      System.arraycopy(bytes, 0, cursor, DIGEST_BYTES, bytes.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
