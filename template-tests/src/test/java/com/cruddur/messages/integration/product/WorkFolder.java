package com.cruddur.messages.integration.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A temporary folder, deleted with everything in it when it is closed.
public record WorkFolder(Path path) implements AutoCloseable {
  /// Makes one.
  public static WorkFolder create() {
    try {
      return new WorkFolder(Files.createTempDirectory("cruddur-messages-it"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    FolderTree.delete(path);
  }
}
