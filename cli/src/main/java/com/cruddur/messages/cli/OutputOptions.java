package com.cruddur.messages.cli;

import picocli.CommandLine.Option;

/// In which form a command answers.
public final class OutputOptions {
  private enum Format {
    TABLE,
    JSON
  }

  @Option(
      names = "--output",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "For people, or for programs: one JSON document, or one a line.")
  private Format format;

  /// Where the command writes to.
  public Output open() {
    return new Output(format == Format.JSON, true);
  }

  /// The same for a command whose work is to be done, and its exit code to be right, also when
  /// nobody reads what it says.
  public Output openForWork() {
    return new Output(format == Format.JSON, false);
  }
}
