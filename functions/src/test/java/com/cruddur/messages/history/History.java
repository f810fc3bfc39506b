package com.cruddur.messages.history;

import java.util.List;

/// What happens.
///
/// @param legacy the conversations that the Python service had made before
record History(List<Legacy> legacy, List<Step> steps) {
  /// A conversation of the Python service.
  ///
  /// @param form how it wrote its time
  /// @param half whether the first one's inbox row is lost
  record Legacy(int one, int other, Form form, boolean half) {}

  /// The forms that the Python service wrote times in.
  enum Form {
    UTC("2026-05-01T10:00:0%d.000001+00:00"),
    NAIVE("2026-05-01T10:00:0%d.000001"),
    WHOLE_SECOND("2026-05-01T10:00:0%d+00:00"),
    /// Sorts after this history's first messages, as letters.
    AHEAD("2026-05-04T15:30:0%d.000001+05:30");

    private final String text;

    Form(String text) {
      this.text = text;
    }

    /// A time of its own for each number from 0 to 9.
    String time(int number) {
      return text.formatted(number);
    }
  }
}
