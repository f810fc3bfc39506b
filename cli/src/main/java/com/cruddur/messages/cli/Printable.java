package com.cruddur.messages.cli;

/// Text of users made fit for a terminal, which would obey control characters in it.
final class Printable {
  private Printable() {}

  /// The text with every control character, and what changes the direction of writing, as an
  /// escape.
  static String of(String text) {
    if (text.codePoints().noneMatch(Printable::isControl)) {
      return text;
    }
    var printable = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> printable.append("\\n");
                case '\r' -> printable.append("\\r");
                case '\t' -> printable.append("\\t");
                default -> {
                  if (isControl(c)) {
                    printable.append("\\u%04x".formatted(c));
                  } else {
                    printable.appendCodePoint(c);
                  }
                }
              }
            });
    return printable.toString();
  }

  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          // The joiner that emoji are made with.
          c != 0x200D;
      default -> false;
    };
  }
}
