package com.cruddur.messages.integration.product;

/// A target is not there; the message says what is missing and how to get it.
public final class TargetMissingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TargetMissingException(String message) {
    super(message);
  }

  public TargetMissingException(String message, Throwable cause) {
    super(message, cause);
  }
}
