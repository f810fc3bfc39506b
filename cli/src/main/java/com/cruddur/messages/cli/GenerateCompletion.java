package com.cruddur.messages.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `generate-completion`.
@Command(
    name = GenerateCompletion.NAME,
    description = {
      "Prints a script that completes commands and options in bash and zsh.",
      "In zsh, autoload compinit and bashcompinit first."
    },
    footer = {"", "Example:", "  source <(bin/cruddur generate-completion)"})
final class GenerateCompletion implements Callable<Integer> {
  static final String NAME = "generate-completion";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var root = spec.root().commandLine();
    root.getOut().print(AutoComplete.bash(root.getCommandName(), root));
    root.getOut().flush();
    return ExitCode.DONE;
  }
}
