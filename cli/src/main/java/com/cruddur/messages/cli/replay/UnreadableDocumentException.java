package com.cruddur.messages.cli.replay;

/// A file that is no document of a failure store, and why. Nothing of its text.
final class UnreadableDocumentException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableDocumentException(String message) {
    super(message);
  }
}
