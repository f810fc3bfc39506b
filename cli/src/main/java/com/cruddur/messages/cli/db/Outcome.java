package com.cruddur.messages.cli.db;

import java.util.Locale;

/// What comes of somebody in the user pool.
enum Outcome {
  /// The row of the same handle gets the sub.
  UPDATED,
  /// The row has it already.
  UNCHANGED,
  /// There is no row of this handle.
  UNKNOWN,
  /// There is no handle to look for.
  NO_HANDLE,
  /// Nobody has vouched for the account.
  UNCONFIRMED,
  /// Several users, or several rows, have the handle or the sub.
  AMBIGUOUS,
  /// The row of this handle is somebody else's, who is in the pool too.
  TAKEN,
  /// The row that has the sub has another handle.
  RENAMED,
  /// The row is new, or was changed, since the pool was read.
  CHANGED;

  /// Whether somebody has to decide.
  boolean isProblem() {
    return this != UPDATED && this != UNCHANGED;
  }

  /// As it is said: `no_handle`.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
