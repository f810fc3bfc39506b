package com.cruddur.messages.message;

import java.util.Optional;

/// The text of a message: not blank, at most 1,024 Unicode code points (which is what Python's
/// `len` counts), kept as it was typed.
public record MessageText(String value) {
  /// The longest text, in Unicode code points.
  public static final int MAX_CODE_POINTS = 1024;

  public MessageText {
    refusal(value)
        .ifPresent(
            code -> {
              throw new RefusedException(code);
            });
  }

  /// Why `value` cannot be a message's text, or empty when it can. A missing text (null) is blank.
  public static Optional<ErrorCode> refusal(String value) {
    if (isBlank(value)) {
      return Optional.of(ErrorCode.MESSAGE_BLANK);
    }
    if (value.codePointCount(0, value.length()) > MAX_CODE_POINTS) {
      return Optional.of(ErrorCode.MESSAGE_EXCEED_MAX_CHARS);
    }
    return Optional.empty();
  }

  /// Whether there is nothing but white space as Python sees it: no-break spaces and the next line
  /// character (U+0085) included, which [String#isBlank] would let through.
  static boolean isBlank(String value) {
    return value == null
        || value
            .codePoints()
            .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85);
  }

  // A message's text must reach no log, not even by accident.
  @Override
  public String toString() {
    return "MessageText[" + value.codePointCount(0, value.length()) + " code points]";
  }
}
