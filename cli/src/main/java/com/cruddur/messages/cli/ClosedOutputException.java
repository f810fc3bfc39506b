package com.cruddur.messages.cli;

import java.io.IOException;

/// Standard output takes nothing any more.
public final class ClosedOutputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean isReaderGone;

  ClosedOutputException(IOException reason) {
    super(reason.getMessage(), reason);
    this.isReaderGone = "Broken pipe".equals(reason.getMessage());
  }

  /// Whether whoever reads has had enough, as `head` has; otherwise what was written is not whole.
  boolean isReaderGone() {
    return isReaderGone;
  }
}
