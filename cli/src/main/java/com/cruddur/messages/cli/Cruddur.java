package com.cruddur.messages.cli;

import com.cruddur.messages.cli.cognito.Cognito;
import com.cruddur.messages.cli.db.Db;
import com.cruddur.messages.cli.ddb.Ddb;
import com.cruddur.messages.cli.patterns.Patterns;
import com.cruddur.messages.cli.reconcile.ReconcileCommand;
import com.cruddur.messages.cli.replay.ReplayCommand;
import com.cruddur.messages.cli.transfer.ExportCommand;
import com.cruddur.messages.cli.transfer.ImportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command line of the operators.
@Command(
    name = "cruddur",
    description = "Sees, seeds, repairs and moves the data of Cruddur Messages.",
    subcommands = {
      Ddb.class,
      Patterns.class,
      Cognito.class,
      Db.class,
      ReconcileCommand.class,
      ReplayCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      GenerateCompletion.class
    },
    footer = {
      "",
      "In AWS, region and credentials are found as every AWS tool does: AWS_PROFILE, AWS_REGION,"
          + " ~/.aws.",
      "For the local environment, bin/dev prints DYNAMODB_ENDPOINT and DATABASE_URL.",
      "",
      "Exit codes: 0 done, 1 found problems, 2 wrong use, 3 backend not reachable.",
      "",
      "Examples:",
      "  bin/cruddur ddb list-tables --endpoint http://localhost:8000",
      "  bin/cruddur patterns list-conversations andrewbrown",
      "  source <(bin/cruddur generate-completion)     completes commands and options in bash and"
          + " zsh"
    })
public final class Cruddur {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Says what the command does and how it is called.")
  private boolean help;

  // Before the first logger, which reads the settings once.
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Logs what happens to standard error, with the stack trace of a failure.")
  private void setVerbose(boolean verbose) {
    if (verbose) {
      System.setProperty("org.slf4j.simpleLogger.log.com.cruddur", "info");
    }
  }

  /// Runs the command and ends the process with its [ExitCode].
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Cruddur())
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Failure::ofParameters)
        .setExecutionExceptionHandler(Failure::ofExecution);
  }
}
