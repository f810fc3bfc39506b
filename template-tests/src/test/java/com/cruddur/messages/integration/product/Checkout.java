package com.cruddur.messages.integration.product;

import java.nio.file.Files;
import java.nio.file.Path;

/// The checkout these tests run in.
public final class Checkout {
  private Checkout() {}

  /// A file of it, by its path from the root.
  ///
  /// @throws IllegalStateException when the working directory is in no checkout
  public static Path file(String path) {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder.resolve(path);
      }
    }
    throw new IllegalStateException("run this in a checkout of the repository");
  }
}
