package com.cruddur.messages.cli.replay;

import java.util.Optional;

/// `s3://bucket/key`, or all objects under `s3://bucket/prefix/`.
record S3Location(String bucket, String key) {
  private static final String SCHEME = "s3://";

  /// The location that `text` names; empty when it is a local file.
  static Optional<S3Location> parse(String text) {
    if (!text.startsWith(SCHEME)) {
      return Optional.empty();
    }
    var path = text.substring(SCHEME.length());
    var slash = path.indexOf('/');
    return Optional.of(
        slash < 0
            ? new S3Location(path, "")
            : new S3Location(path.substring(0, slash), path.substring(slash + 1)));
  }

  boolean isPrefix() {
    return key.isEmpty() || key.endsWith("/");
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + key;
  }
}
