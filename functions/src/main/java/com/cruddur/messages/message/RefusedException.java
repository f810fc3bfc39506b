package com.cruddur.messages.message;

import java.util.List;

/// A request that is answered with error codes instead of being carried out. Nothing was written.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<ErrorCode> codes;

  /// @param codes all that apply, at least one
  public RefusedException(List<ErrorCode> codes) {
    // No stack trace: it is an answer, not a fault.
    super(codes.toString(), null, false, false);
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("a refusal needs a code");
    }
    this.codes = List.copyOf(codes);
  }

  /// Refused for one reason.
  public RefusedException(ErrorCode code) {
    this(List.of(code));
  }

  /// All that apply, in the order they were found.
  public List<ErrorCode> codes() {
    return codes;
  }
}
