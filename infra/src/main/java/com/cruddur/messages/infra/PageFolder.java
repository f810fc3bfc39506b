package com.cruddur.messages.infra;

import java.nio.file.Files;
import java.nio.file.Path;

/// The built page, as `mvn package` leaves it.
///
/// @param path the folder
record PageFolder(Path path) {
  /// @throws MissingPageException when there is none
  static PageFolder at(Path path) {
    if (!Files.isRegularFile(path.resolve("index.html"))) {
      throw new MissingPageException(path);
    }
    return new PageFolder(path);
  }
}
