package com.cruddur.messages.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.testing.Aws;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.Operator;
import com.cruddur.messages.testing.Product;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ConfirmationTest {
  @RegisterExtension private final Product product = new Product();

  @TempDir private Path folder;
  private Aws aws;
  private Cli cli;

  @BeforeEach
  void signIn() throws IOException {
    aws = Aws.start();
    cli = aws.of(Operator.of(product, folder), product.stores().dynamoDb().endpoint());
  }

  @AfterEach
  void signOut() {
    aws.close();
  }

  @Test
  void whatChangesDataInAwsNamesAccountRegionAndTableAndWantsAYes() {
    var run = cli.run("ddb", "drop", product.tableName());

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err())
        .contains(product.tableName(), Aws.ACCOUNT, Aws.REGION, "--yes")
        .hasLineCount(1);
    assertThat(product.client().listTables().tableNames()).contains(product.tableName());
  }

  @Test
  void aYesOnTheCommandLineIsEnough() {
    var run = cli.run("ddb", "drop", product.tableName(), "--yes");

    assertThat(run.exitCode()).isZero();
    assertThat(product.client().listTables().tableNames()).doesNotContain(product.tableName());
    // The product drops its table when the test ends.
    assertThat(cli.run("ddb", "schema-load", "--yes").exitCode()).isZero();
  }

  @Test
  void whatOnlyReadsAsksNobody() {
    var run = cli.run("ddb", "list-tables");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains(product.tableName());
  }

  @Test
  void aMachineThatIsNotThisOneIsNotLocal() {
    var run = cli.run("ddb", "schema-load", "--endpoint", "http://dynamodb.example:8000");

    // It is not even asked for: a name that ends in .example leads nowhere.
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(isLocal("db.example", false)).isFalse();
    assertThat(isLocal("127.0.0.1.example", false)).isFalse();
    assertThat(isLocal("Localhost", false)).isTrue();
    assertThat(isLocal("127.0.0.1", false)).isTrue();
  }

  @Test
  void theNearEndOfATunnelIsNotLocal() {
    assertThat(isLocal("localhost", true)).isFalse();
    var run =
        cli.run(
            "db", "setup", "--database-url", product.stores().databaseUrl() + "&sslmode=require");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err()).contains("database postgres", "localhost", "--yes").hasLineCount(1);
  }

  @Test
  void certificatesThatAreNotHereAreNamed() {
    var url = "jdbc:postgresql://db.example/users?user=x&sslrootcert=/not/here.pem";
    var run = cli.run("db", "setup", "--yes", "--database-url", url);

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err()).contains("/not/here.pem", "rds-ca").hasLineCount(1);
  }

  private static boolean isLocal(String host, boolean isTls) {
    return Target.database("users", host, isTls).isLocal();
  }
}
