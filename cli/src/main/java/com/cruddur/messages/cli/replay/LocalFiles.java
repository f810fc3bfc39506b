package com.cruddur.messages.cli.replay;

import com.cruddur.messages.cli.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Documents on this machine.
final class LocalFiles {
  private LocalFiles() {}

  /// The file, or every document under the folder. What starts with a dot is not finished.
  static Stream<Document> documents(Path source) {
    if (!Files.isDirectory(source)) {
      return Stream.of(document(source));
    }
    try {
      return Files.walk(source)
          .filter(file -> Files.isRegularFile(file) && !isHidden(source.relativize(file)))
          .sorted()
          .map(LocalFiles::document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws CommandException when it is not there
  static void requireThere(Path source) {
    if (!Files.isReadable(source)) {
      throw CommandException.wrongUse(
          "%s is not there, or cannot be read: name a file, a folder, or s3://bucket/prefix/"
              .formatted(source));
    }
  }

  private static boolean isHidden(Path relative) {
    for (var name : relative) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static Document document(Path file) {
    return new Document(file.toString(), () -> read(file));
  }

  private static byte[] read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(Document.MAX_BYTES + 1);
    }
  }
}
