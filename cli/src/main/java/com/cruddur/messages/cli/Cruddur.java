package com.cruddur.messages.cli;

import com.cruddur.messages.cli.cognito.Cognito;
import com.cruddur.messages.cli.db.Db;
import com.cruddur.messages.cli.ddb.Ddb;
import com.cruddur.messages.cli.patterns.Patterns;
import com.cruddur.messages.cli.reconcile.ReconcileCommand;
import com.cruddur.messages.cli.replay.ReplayCommand;
import com.cruddur.messages.cli.transfer.ExportCommand;
import com.cruddur.messages.cli.transfer.ImportCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command line of the operators.
@Command(
    name = "cruddur",
    description = "Sees, seeds, repairs and moves the data of Cruddur Messages.",
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
  // In the order of the help.
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("ddb", Ddb.class);
    COMMANDS.put("patterns", Patterns.class);
    COMMANDS.put("cognito", Cognito.class);
    COMMANDS.put("db", Db.class);
    COMMANDS.put("reconcile", ReconcileCommand.class);
    COMMANDS.put("replay", ReplayCommand.class);
    COMMANDS.put("export", ExportCommand.class);
    COMMANDS.put("import", ImportCommand.class);
    COMMANDS.put(GenerateCompletion.NAME, GenerateCompletion.class);
  }

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
    System.exit(commandLine(arguments).execute(arguments));
  }

  // A command's model takes time to make, so only the one that is called gets one, unless all are
  // to be told of.
  static CommandLine commandLine(String... arguments) {
    var line = new CommandLine(new Cruddur());
    var called = arguments.length == 0 ? "" : arguments[0];
    COMMANDS.forEach(
        (name, command) -> {
          if (name.equals(called)
              || !COMMANDS.containsKey(called)
              || called.equals(GenerateCompletion.NAME)) {
            line.addSubcommand(name, command);
          }
        });
    return line.setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Failure::ofParameters)
        .setExecutionExceptionHandler(Failure::ofExecution);
  }
}
