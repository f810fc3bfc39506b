package com.cruddur.messages.cli.replay;

import java.io.IOException;

/// A document of a failure store, not read yet.
///
/// @param name where it is, as an operator writes it
/// @param content reads it
record Document(String name, Content content) {
  /// A batch is 6 MB at most; as text in JSON somewhat more.
  ///
  /// See <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>
  static final int MAX_BYTES = 16 * 1024 * 1024;

  /// Where the bytes come from.
  @FunctionalInterface
  interface Content {
    byte[] read() throws IOException;
  }
}
