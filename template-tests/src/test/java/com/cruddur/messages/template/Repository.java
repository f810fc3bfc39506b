package com.cruddur.messages.template;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where this repository lies, whatever folder the tests are started in.
final class Repository {
  private Repository() {}

  static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /// Where the tests of this module may write.
  static Path target() {
    return root().resolve("template-tests/target");
  }
}
