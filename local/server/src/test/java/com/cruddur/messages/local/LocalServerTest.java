package com.cruddur.messages.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `bin/dev` as it is used: as a process.
class LocalServerTest {
  private static final String GROUP = "5ae290ed-55d1-47a0-bc6d-fe2bc2700399";

  @TempDir private Path folder;

  private static void assertLeavesNothing(DevProcess dev) {
    Await.until("all processes have ended", dev::isGone);
    Await.until("all files are deleted", dev::hasLeftNoFile);
  }

  @Test
  void wholeProductAnswersUntilItIsTerminated() throws IOException, InterruptedException {
    try (var dev = DevProcess.start(folder, "--port", "0").ready();
        var client = HttpClient.newHttpClient()) {
      assertThat(dev.output()).matches("ready http://localhost:[0-9]+\n");
      // What the JVM warns of, a user could not act on.
      assertThat(dev.errors()).doesNotContain("restricted method");
      assertThat(dev.errors())
          .contains("DYNAMODB_ENDPOINT='http://", "DATABASE_URL='jdbc:postgresql://");
      var andrew = dev.token("andrewbrown");
      var list = dev.get(client, "/api/messages/" + GROUP, andrew);
      assertThat(list.split("\"created_at\"")).hasSize(101);
      var text = "Sent by the test.";
      dev.post(
          client,
          "/api/messages",
          andrew,
          "{\"message\":\"%s\",\"message_group_uuid\":\"%s\"}".formatted(text, GROUP));
      dev.post(client, "/api/messages", andrew, "{\"message\":\"Hi\",\"handle\":\"loren\"}");
      assertThat(dev.get(client, "/api/message_groups", dev.token("loren"))).contains("Hi");
      var bayko = dev.token("bayko");
      Await.until("the stream function has run", () -> inbox(dev, client, bayko).contains(text));
      assertThat(dev.get(client, "/api/users/@loren/short", "")).contains("Loren Ipsum");
      assertThat(dev.get(client, "/", "")).contains("Cruddur Messages");
      assertThat(dev.get(client, "/messages/" + GROUP, "")).contains("Cruddur Messages");
      assertThat(dev.get(client, "/config.json", "")).contains(dev.url() + "/sign-in");
      secondOneIsRefused(dev);
      assertThat(dev.terminate()).isIn(0, 143);
      assertLeavesNothing(dev);
    }
  }

  private static String inbox(DevProcess dev, HttpClient client, String token) {
    try {
      return dev.get(client, "/api/message_groups", token);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void secondOneIsRefused(DevProcess first) throws IOException, InterruptedException {
    try (var second = DevProcess.start(folder, "--port", first.port())) {
      assertThat(second.status()).isEqualTo(1);
      assertThat(second.output()).isEmpty();
      assertThat(second.errors())
          .isEqualTo(
              "bin/dev: port %s is taken by another run of this (process %d); choose another with --port N\n"
                  .formatted(first.port(), first.pid()));
    }
  }

  @Test
  void killedOneLeavesNothingNeitherWithNorWithoutItsGuardians()
      throws IOException, InterruptedException {
    try (var first = DevProcess.start(folder, "--port", "0").ready()) {
      first.kill();
      assertLeavesNothing(first);
    }
    try (var second = DevProcess.start(folder, "--port", "0").ready()) {
      second.killWithItsGuardians();
      assertThat(second.isGone()).isFalse();
      try (var third = DevProcess.start(folder, "--port", second.port()).ready()) {
        assertThat(third.errors())
            .contains("removed what the killed run " + second.pid() + " had left");
        assertThat(second.isGone()).isTrue();
        assertThat(third.terminate()).isIn(0, 143);
        assertLeavesNothing(third);
      }
    }
  }

  @Test
  void keptDataIsThereAgainAndUsedByOneRunAtATime() throws IOException, InterruptedException {
    var data = folder.resolve("data").toString();
    try (var client = HttpClient.newHttpClient()) {
      try (var first = DevProcess.start(folder, "--port", "0", "--data", data).ready()) {
        var body = "{\"message\":\"Keep this\",\"handle\":\"loren\"}";
        first.post(client, "/api/messages", first.token("bayko"), body);
        try (var second = DevProcess.start(folder, "--port", "0", "--data", data)) {
          assertThat(second.status()).isEqualTo(1);
          assertThat(second.errors())
              .startsWith("bin/dev: the data folder " + data + " is in use by another run")
              .hasLineCount(1);
        }
        first.kill();
        Await.until("its temporary files are deleted", first::hasLeftNoFile);
        // Closing it kills what is left, and a Postgres that is killed leaves its lock on the data.
        Await.until("its guardians have ended the databases", first::isGone);
      }
      try (var again = DevProcess.start(folder, "--port", "0", "--data", data).ready()) {
        assertThat(again.get(client, "/api/message_groups", again.token("loren")))
            .contains("Keep this");
        assertThat(again.get(client, "/api/message_groups", again.token("andrewbrown")))
            .contains("\"bayko\"");
        assertThat(again.terminate()).isIn(0, 143);
        Await.until("all processes have ended", again::isGone);
      }
    }
  }

  // Killing Postgres itself would leave its processes on the data, and the next start would wait
  // for them in vain.
  @Test
  void aDatabaseThatHangsWhenItsRunIsKilledDoesNotKeepTheNextOneFromStarting()
      throws IOException, InterruptedException {
    var data = folder.resolve("data");
    try (var first = DevProcess.start(folder, "--port", "0", "--data", data.toString()).ready()) {
      first.stopDatabaseWriter();
      first.kill();
      try (var again = DevProcess.start(folder, "--port", "0", "--data", data.toString()).ready()) {
        assertThat(again.terminate()).isIn(0, 143);
      }
    }
  }

  @Test
  void portOfAnotherProgramIsNamed() throws IOException, InterruptedException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var dev = DevProcess.start(folder, "--port", Integer.toString(taken.getLocalPort()))) {
      assertThat(dev.status()).isEqualTo(1);
      assertThat(dev.errors())
          .isEqualTo(
              "bin/dev: port %d is taken by another program; choose another with --port N\n"
                  .formatted(taken.getLocalPort()));
      assertThat(dev.hasLeftNoFile()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot 1", "--port", "--port x", "--port -1", "--port 65536", "here"})
  void wrongUseIsExplained(String arguments) throws IOException, InterruptedException {
    try (var dev = DevProcess.start(folder, arguments.split(" "))) {
      assertThat(dev.status()).isEqualTo(2);
      assertThat(dev.output()).isEmpty();
      assertThat(dev.errors()).contains("Usage: bin/dev");
      assertThat(dev.hasLeftNoFile()).isTrue();
    }
  }
}
