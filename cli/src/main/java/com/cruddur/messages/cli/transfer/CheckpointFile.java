package com.cruddur.messages.cli.transfer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// A small JSON document on disk that is replaced as a whole: whenever the process or the machine
/// stops, either the old one is there or the new one. Only its owner may read it.
///
/// @param <T> a record of plain values
final class CheckpointFile<T> {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final Class<T> type;

  CheckpointFile(Path file, Class<T> type) {
    this.file = file;
    this.type = type;
  }

  Path path() {
    return file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /// What it says; empty when it is not there.
  ///
  /// @throws IOException when it is none of ours
  Optional<T> read() throws IOException {
    if (!exists()) {
      return Optional.empty();
    }
    var read = JSON.readValue(file.toFile(), type);
    if (read == null) {
      throw new IOException("nothing in " + file);
    }
    return Optional.of(read);
  }

  void replace(T checkpoint) {
    var next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.deleteIfExists(next);
      try (var channel = PrivateFile.create(next)) {
        var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(checkpoint));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
