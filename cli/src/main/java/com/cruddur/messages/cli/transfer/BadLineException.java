package com.cruddur.messages.cli.transfer;

/// A line of a file that holds no row to import: which one, and what was expected. Nothing of its
/// text.
final class BadLineException extends Exception {
  private static final long serialVersionUID = 1;

  BadLineException(long line, String expected) {
    super("line " + line + ": " + expected);
  }
}
