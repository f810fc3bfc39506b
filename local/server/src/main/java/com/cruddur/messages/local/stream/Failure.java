package com.cruddur.messages.local.stream;

/// What may be logged of an exception: its message, or a cause's, may quote the record it is about.
final class Failure {
  private Failure() {}

  /// The classes of the exception and its causes, and where the last of them was thrown.
  static String withoutMessage(Throwable e) {
    var text = new StringBuilder(e.getClass().getName());
    var last = e;
    while (last.getCause() != null) {
      last = last.getCause();
      text.append(" caused by ").append(last.getClass().getName());
    }
    if (last.getStackTrace().length > 0) {
      text.append(" at ").append(last.getStackTrace()[0]);
    }
    return text.toString();
  }
}
