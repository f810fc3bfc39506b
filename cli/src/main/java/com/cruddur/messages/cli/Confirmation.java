package com.cruddur.messages.cli;

import picocli.CommandLine.Option;

/// Asks before anything outside the local environment is changed.
public final class Confirmation {
  @Option(
      names = {"-y", "--yes"},
      description = "Changes data outside the local environment without asking.")
  private boolean yes;

  /// Returns when the operator wants it; at once for what is local.
  ///
  /// @param what is about to be done, as a sentence goes on after "This": `overwrites rows of`
  /// @throws CommandException when it is not wanted, or when nobody can be asked
  public void ask(Target target, String what) {
    ask(target, what, "yes");
  }

  /// The same with the answer that has to be typed.
  public void ask(Target target, String what, String answer) {
    if (target.isLocal() || yes) {
      return;
    }
    var question = "This %s %s.".formatted(what, target.describe());
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      throw CommandException.wrongUse(
          question + " Nobody can be asked here: call it with --yes if that is what you want.");
    }
    System.err.printf("%s%nType %s to go on: ", Printable.of(question), answer);
    System.err.flush();
    if (!answer.equals(console.readLine())) {
      throw CommandException.wrongUse("that was not confirmed, so it is not done");
    }
  }
}
