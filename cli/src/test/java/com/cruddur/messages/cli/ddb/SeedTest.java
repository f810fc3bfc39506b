package com.cruddur.messages.cli.ddb;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.Operator;
import com.cruddur.messages.seed.ConversationSeed;
import com.cruddur.messages.seed.UserSeed;
import com.cruddur.messages.testing.Product;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {
  @RegisterExtension private final Product product = new Product();

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void call() {
    cli = Operator.of(product, folder);
  }

  @AfterEach
  void removeUsers() {
    product
        .stores()
        .execute("DELETE FROM public.users WHERE handle IN ('andrewbrown', 'bayko', 'loren')");
  }

  @Test
  void theConversationIsWrittenOnce() throws SQLException {
    UserSeed.apply(product.stores().databaseUrl());

    var first = cli.run("ddb", "seed", "--output", "json");
    var rows = product.rows().all();
    var second = cli.run("ddb", "seed", "--output", "json");

    assertThat(first.exitCode()).isZero();
    assertThat(first.json().get("messages_written").asInt()).isEqualTo(100);
    assertThat(product.rows().messages(ConversationSeed.GROUP_UUID)).hasSize(100);
    assertThat(second.json().get("messages_written").asInt()).isZero();
    assertThat(product.rows().all()).isEqualTo(rows);
  }

  @Test
  void withoutTheUsersItSaysWhoIsMissingAndWritesNothing() {
    var run = cli.run("ddb", "seed");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.err()).contains("andrewbrown", "bin/cruddur db setup").hasLineCount(1);
    assertThat(product.rows().all()).isEmpty();
  }

  @Test
  void withoutTheTableItSaysHowToMakeOne() throws SQLException {
    UserSeed.apply(product.stores().databaseUrl());

    var run = cli.run("ddb", "seed", "--table", "not-there");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err()).contains("ddb schema-load").hasLineCount(1);
  }

  @Test
  void aDatabaseThatIsAwayIsUnreachable() {
    var run = cli.run("ddb", "seed", "--database-url", "jdbc:postgresql://127.0.0.1:1/none?user=x");

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.err()).contains("DATABASE_URL").hasLineCount(1);
  }

  @Test
  void aDatabaseUrlThatIsNoneIsNotQuoted() {
    var run = cli.run("ddb", "seed", "--database-url", "postgres://me:secret@host/db");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err()).contains("jdbc:postgresql://HOST").doesNotContain("secret");
  }
}
