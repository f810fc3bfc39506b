package com.cruddur.messages.user;

/// The users' database cannot be reached, or does not answer in time; the same request may succeed
/// later.
public final class UserDirectoryUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UserDirectoryUnavailableException(String message) {
    super(message);
  }
}
