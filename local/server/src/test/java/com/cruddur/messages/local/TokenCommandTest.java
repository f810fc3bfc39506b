package com.cruddur.messages.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `bin/token` where there is no token to be had; where there is one, [LocalServerTest] gets it.
class TokenCommandTest {
  private record Result(int status, String output, String errors) {}

  private static Result run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(DevProcess.CHECKOUT.resolve("bin/token").toString());
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).start();
    var output = new String(process.getInputStream().readAllBytes());
    var errors = new String(process.getErrorStream().readAllBytes());
    return new Result(process.waitFor(), output, errors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a --port", "a --port x", "a --prot 1"})
  void wrongUseIsExplained(String arguments) throws IOException, InterruptedException {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .isEqualTo(new Result(2, "", "bin/token: usage: bin/token HANDLE [--port N]\n"));
  }

  @Test
  void nothingRunningIsNamed() throws IOException, InterruptedException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    var result = run("andrewbrown", "--port", Integer.toString(free));
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).hasLineCount(1).contains("http://localhost:" + free, "bin/dev");
  }
}
