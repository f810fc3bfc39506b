package com.cruddur.messages.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bin/dev`: runs the whole product here until it is stopped.
///
/// Prints `ready http://localhost:N` on standard output as soon as requests succeed, and everything
/// else on standard error. Ends with 1 when it cannot start, with 2 when it was called wrongly.
@Command(
    name = "bin/dev",
    description = "Runs the whole product on this machine until it is stopped (Ctrl-C).",
    mixinStandardHelpOptions = true)
public final class LocalServer implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "3000",
      description = "The port to listen on; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps all data in DIR; without it every start is a fresh one.")
  private Optional<Path> data;

  /// Runs it.
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new LocalServer())
            .setExecutionExceptionHandler((e, command, parsed) -> explain(e))
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port takes a number from 0 to " + MAX_PORT + ", not " + port);
    }
    try (var closing = new Closing()) {
      Runtime.getRuntime().addShutdownHook(new Thread(closing::close));
      var page = Path.of(System.getProperty("cruddur.page", "frontend/target/dist"));
      announce(LocalEnvironment.start(port, data.map(LocalServer::resolve), page, closing));
      new CountDownLatch(1).await();
    }
    return CommandLine.ExitCode.OK;
  }

  // bin/dev changes into the checkout, so it tells where it was called.
  private static Path resolve(Path given) {
    return Path.of(System.getProperty("cruddur.directory", "")).resolve(given);
  }

  private static void announce(LocalEnvironment running) {
    running
        .cleanedUp()
        .forEach(pid -> System.err.println("removed what the killed run " + pid + " had left"));
    System.err.printf(
        """
        For the operator commands:
          export DYNAMODB_ENDPOINT='%s'
          export DATABASE_URL='%s'
        A token: bin/token andrewbrown --port %d
        """,
        running.table().endpoint(), running.users().url(), running.uri().getPort());
    System.out.println("ready " + running.uri());
  }

  private static int explain(Exception e) {
    if (e instanceof Refusal) {
      System.err.println("bin/dev: " + e.getMessage());
    } else {
      LoggerFactory.getLogger(LocalServer.class).error("bin/dev: cannot start", e);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
