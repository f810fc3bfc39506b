package com.cruddur.messages.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.testing.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CruddurTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void call() {
    cli = Cli.in(folder);
  }

  @Test
  void helpNamesEveryCommandAndTheExitCodes() {
    var run = cli.run("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("ddb", "patterns", "cognito", "db", "Exit codes: 0 done");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whatCannotBeReachedIsSaidInOneLine() {
    var run = cli.run("ddb", "list-tables", "--endpoint", "http://127.0.0.1:1");

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.err()).startsWith("cruddur: the backend cannot be reached").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void withoutRegionTheOperatorIsToldHowToNameOne() {
    var run = cli.run("ddb", "list-tables");

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.err()).startsWith("cruddur: no AWS region is set").hasLineCount(1);
  }

  @Test
  void withoutCredentialsTheOperatorIsToldWhereTheyComeFrom() {
    var run = cli.with("AWS_REGION", "eu-central-1").run("ddb", "list-tables");

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.err()).startsWith("cruddur: no AWS credentials are found").hasLineCount(1);
  }

  @Test
  void whatIsNoOptionOrCommandIsWrongUseAndPointsToTheHelp() {
    var option = cli.run("ddb", "list-tables", "--tabel", "x");
    var command = cli.run("dbd");
    var none = cli.run("ddb");

    assertThat(option.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(option.err()).contains("--tabel", "bin/cruddur ddb list-tables --help");
    assertThat(command.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(command.err()).contains("dbd");
    assertThat(none.exitCode()).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void anEndpointThatIsNoneIsNamed() {
    var run = cli.run("ddb", "list-tables", "--endpoint", "localhost:8000");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err()).contains("localhost:8000", "http://localhost:8000");
  }

  @Test
  void completionKnowsTheCommands() {
    var run = cli.run("generate-completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("list-tables", "--endpoint", "complete -F _complete_cruddur");
  }
}
