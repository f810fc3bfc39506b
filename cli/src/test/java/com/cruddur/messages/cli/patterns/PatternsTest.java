package com.cruddur.messages.cli.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.Operator;
import com.cruddur.messages.testing.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PatternsTest {
  @RegisterExtension private final Product product = new Product();

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void call() {
    cli = Operator.of(product, folder).with("TZ", "Asia/Kolkata");
  }

  private UUID conversation(int messages) {
    var group = product.conversation(product.andrew, product.bayko, "text 0");
    for (var i = 1; i < messages; i++) {
      product.send(product.andrew, group, "text " + i);
    }
    return group;
  }

  @Test
  void conversationShowsTheNewestMessagesOldestFirstAndWhatTheyCost() {
    var group = conversation(25);

    var run = cli.run("patterns", "get-conversation", group.toString(), "--output", "json");

    assertThat(run.exitCode()).isZero();
    var expected = new ArrayList<String>();
    for (var i = 5; i < 25; i++) {
      expected.add("text " + i);
    }
    assertThat(run.json().get("messages").findValuesAsText("message")).isEqualTo(expected);
    assertThat(run.json().get("messages").get(0).get("handle").asText())
        .isEqualTo(product.andrew.handle());
    assertThat(run.json().get("read_capacity_units").asDouble()).isPositive();
  }

  @Test
  void conversationIsShownBeyondTheLongestPage() {
    var group = conversation(205);

    var run =
        cli.run(
            "patterns", "get-conversation", group.toString(), "--last", "203", "--output", "json");

    assertThat(run.json().get("messages").findValuesAsText("message"))
        .hasSize(203)
        .startsWith("text 2")
        .endsWith("text 204")
        .doesNotHaveDuplicates();
  }

  @Test
  void timesAreTheOperators() {
    product.at("2026-05-04T20:00:00Z");
    var group = conversation(1);

    var run = cli.run("patterns", "get-conversation", group.toString());

    assertThat(run.out())
        .contains(product.andrew.handle(), "2026-05-05 01:30:00", "text 0")
        .contains("read capacity units");
  }

  @Test
  void aYearNarrowsTheList() {
    product.at("2024-12-31T23:59:00Z");
    var group = conversation(2);
    product.at("2025-01-01T00:01:00Z");
    product.send(product.bayko, group, "a new year");

    var run =
        cli.run(
            "patterns", "get-conversation", group.toString(), "--year", "2024", "--output", "json");

    assertThat(run.json().get("messages").findValuesAsText("message"))
        .containsExactly("text 0", "text 1");
  }

  @Test
  void aYearNarrowsAnInbox() {
    product.at("2024-12-31T23:59:00Z");
    var group = product.conversation(product.andrew, product.bayko, "an old year");
    product.at("2025-01-01T00:01:00Z");
    product.conversation(product.andrew, product.loren, "a new year");

    var handle = product.andrew.handle();
    var run =
        cli.run("patterns", "list-conversations", handle, "--year", "2024", "--output", "json");

    assertThat(run.json().get("conversations").findValuesAsText("uuid"))
        .containsExactly(group.toString());
  }

  @Test
  void theTerminalObeysNothingThatUsersWrote() {
    var group = product.conversation(product.andrew, product.bayko, "a\u001b[2Jb\nc\u202ed");

    var run = cli.run("patterns", "get-conversation", group.toString());

    assertThat(run.out()).contains("a\\u001b[2Jb\\nc\\u202ed").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void anInboxIsFoundByHandle() {
    var withBayko = product.conversation(product.andrew, product.bayko, "to bayko");
    product.at(product.now().plusSeconds(1));
    var withLoren = product.conversation(product.andrew, product.loren, "to loren");

    var handle = product.andrew.handle();
    var run = cli.run("patterns", "list-conversations", "@" + handle, "--output", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.json().get("conversations").findValuesAsText("uuid"))
        .containsExactly(withLoren.toString(), withBayko.toString());
    assertThat(run.json().get("conversations").findValuesAsText("handle"))
        .containsExactly(product.loren.handle(), product.bayko.handle());
    assertThat(run.json().get("read_capacity_units").asDouble()).isPositive();
    assertThat(cli.run("patterns", "list-conversations", handle, "--last", "1").out())
        .contains("to loren")
        .doesNotContain("to bayko");
  }

  @Test
  void whatIsNotThereIsAProblem() {
    var group = cli.run("patterns", "get-conversation", UUID.randomUUID().toString());
    var handle = cli.run("patterns", "list-conversations", "nobody");

    assertThat(List.of(group.exitCode(), handle.exitCode())).containsOnly(ExitCode.PROBLEMS);
    assertThat(group.err()).contains("there is no message in group").hasLineCount(1);
    assertThat(handle.err()).contains("there is no user with the handle nobody").hasLineCount(1);
    assertThat(group.out() + handle.out()).isEmpty();
  }

  @Test
  void whatIsNoUuidYearOrNumberIsWrongUse() {
    var uuid = cli.run("patterns", "get-conversation", "1-1-1-1-1");
    var year =
        cli.run("patterns", "get-conversation", UUID.randomUUID().toString(), "--year", "23");
    var last = cli.run("patterns", "list-conversations", "x", "--last", "0");

    assertThat(List.of(uuid.exitCode(), year.exitCode(), last.exitCode()))
        .containsOnly(ExitCode.WRONG_USE);
    assertThat(uuid.err()).contains("1-1-1-1-1");
    assertThat(year.err()).contains("--year", "23");
    assertThat(last.err()).contains("--last", "0");
  }

  @Test
  void aReadRateHoldsReadingBack() {
    var group = conversation(205).toString();
    var rate = 10.0;
    var started = System.nanoTime();

    var run =
        cli.run(
            "patterns",
            "get-conversation",
            group,
            "--last",
            "300",
            "--rcu",
            "" + rate,
            "--output",
            "json");

    var seconds = (System.nanoTime() - started) / 1e9;
    assertThat(run.json().get("messages")).hasSize(205);
    // Only the last of three pages is not waited for.
    assertThat(seconds).isGreaterThan(run.json().get("read_capacity_units").asDouble() / 2 / rate);
  }
}
