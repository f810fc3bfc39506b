package com.cruddur.messages.cli;

/// How a command ends.
public final class ExitCode {
  /// What was asked for is done.
  public static final int DONE = 0;

  /// The data has problems, or lacks what was asked for; or something failed that should not.
  public static final int PROBLEMS = 1;

  /// The command cannot mean anything here: it was called wrongly, or names what is not there.
  public static final int WRONG_USE = 2;

  /// A database or AWS cannot be reached, or lets nobody in.
  public static final int UNREACHABLE = 3;

  private ExitCode() {}
}
