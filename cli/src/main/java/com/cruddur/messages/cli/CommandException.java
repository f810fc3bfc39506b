package com.cruddur.messages.cli;

/// Ends a command with one line for the operator that says what is wrong and what to do.
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /// The command was called wrongly, or names what is not there.
  public static CommandException wrongUse(String message) {
    return new CommandException(ExitCode.WRONG_USE, message);
  }

  /// The data is not as it should be, or lacks what was asked for.
  public static CommandException problem(String message) {
    return new CommandException(ExitCode.PROBLEMS, message);
  }

  /// What the command needs cannot be reached.
  public static CommandException unreachable(String message) {
    return new CommandException(ExitCode.UNREACHABLE, message);
  }

  /// One of [ExitCode].
  int exitCode() {
    return exitCode;
  }
}
