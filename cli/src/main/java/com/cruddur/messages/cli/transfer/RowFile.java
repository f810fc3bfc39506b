package com.cruddur.messages.cli.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The rows of a file, one after the other.
final class RowFile implements AutoCloseable {
  private final Lines lines;

  RowFile(Path file) throws IOException {
    this(new Lines(Files.newInputStream(file)));
  }

  RowFile(Lines lines) {
    this.lines = lines;
  }

  /// A row and where it stands.
  ///
  /// @param line counted from 1
  /// @param size of its JSON, in characters
  record Numbered(long line, int size, Map<String, AttributeValue> row) {}

  /// The next row that is to be imported; null after the last one. Empty lines are none.
  ///
  /// @throws BadLineException when the next line holds no row that the table may take; the lines
  ///     behind it can be read
  Numbered next() throws IOException, BadLineException {
    var line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    if (line == null) {
      return null;
    }
    try {
      return new Numbered(lines.number(), line.length(), RowRules.check(ItemLine.parse(line)));
    } catch (DynamoDbJsonException e) {
      throw new BadLineException(lines.number(), e.getMessage());
    }
  }

  /// Passes over the first lines, whatever is in them.
  void passOver(long count) throws IOException {
    while (lines.number() < count) {
      try {
        if (lines.next() == null) {
          return;
        }
      } catch (BadLineException e) {
        // It was done before.
        continue;
      }
    }
  }

  long line() {
    return lines.number();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
