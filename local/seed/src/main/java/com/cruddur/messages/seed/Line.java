package com.cruddur.messages.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A line of the conversation as it is written down in `conversation.txt`: `handle<TAB>text`.
record Line(String handle, String text) {
  static List<Line> all() {
    try (var in = Line.class.getResourceAsStream("conversation.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Line::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line of(String line) {
    var tab = line.indexOf('\t');
    return new Line(line.substring(0, tab), line.substring(tab + 1));
  }
}
