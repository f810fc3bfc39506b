package com.cruddur.messages.user;

/// A sign-up wants a handle that somebody else has. Cognito shows the message to the person who
/// signs up.
public final class HandleTakenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  HandleTakenException() {
    // No stack trace: it is an answer, not a fault.
    super("This handle belongs to somebody else. Please choose another one.", null, false, false);
  }
}
