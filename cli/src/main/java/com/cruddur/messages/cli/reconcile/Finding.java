package com.cruddur.messages.cli.reconcile;

/// A problem that was there on two readings one after the other, and what became of it.
///
/// @param advice what the operator can do where it was left; empty otherwise
record Finding(Problem problem, Outcome outcome, String advice) {
  enum Outcome {
    /// It is there; mending was not asked for.
    FOUND,
    /// It is not there any more.
    MENDED,
    /// It could not be mended.
    LEFT
  }
}
