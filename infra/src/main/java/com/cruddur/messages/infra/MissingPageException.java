package com.cruddur.messages.infra;

import java.nio.file.Path;

/// The built page is not there. The message says how to make it.
public final class MissingPageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingPageException(Path folder) {
    super(
        "%s is missing: bin/deploy builds it, or mvn -pl frontend -am package -DskipTests"
            .formatted(folder.resolve("index.html")));
  }
}
