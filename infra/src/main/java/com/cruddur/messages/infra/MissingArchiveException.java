package com.cruddur.messages.infra;

import java.nio.file.Path;

/// The functions' archive is not there. The message says how to make it.
public final class MissingArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingArchiveException(Path file) {
    super(
        "%s is missing: bin/deploy builds it, or mvn -pl functions -am package -DskipTests"
            .formatted(file));
  }
}
