package com.cruddur.messages.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Code;

/// The archive that all functions run from, as `mvn package` leaves it.
///
/// @param file the zip file
record Archive(Path file) {
  /// @throws MissingArchiveException when there is none
  static Archive at(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new MissingArchiveException(file);
    }
    return new Archive(file);
  }

  Code code() {
    return Code.fromAsset(file.toString());
  }
}
