package com.cruddur.messages.integration.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The relay by itself; [UsersDatabaseTest] has Postgres behind it.
class TcpRelayTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final int LIMIT_MILLIS = 10_000;

  @Test
  void bothSidesHearWhatTheOtherSaysAndThatItHasEnded() throws IOException {
    try (var server = new ServerSocket(0, 1, HERE);
        var relay = TcpRelay.to(new InetSocketAddress(HERE, server.getLocalPort()));
        var client = new Socket(HERE, relay.port());
        var accepted = server.accept()) {
      client.setSoTimeout(LIMIT_MILLIS);
      accepted.setSoTimeout(LIMIT_MILLIS);
      client.getOutputStream().write("asked".getBytes(StandardCharsets.UTF_8));
      client.shutdownOutput();
      assertThat(accepted.getInputStream().readAllBytes()).asString().isEqualTo("asked");
      accepted.getOutputStream().write("answered".getBytes(StandardCharsets.UTF_8));
      accepted.shutdownOutput();
      assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("answered");
    }
  }

  @Test
  void closingHangsUpOnBothSidesAndListensNoMore() throws IOException {
    try (var server = new ServerSocket(0, 1, HERE)) {
      var relay = TcpRelay.to(new InetSocketAddress(HERE, server.getLocalPort()));
      try (var client = new Socket(HERE, relay.port());
          var accepted = server.accept()) {
        client.setSoTimeout(LIMIT_MILLIS);
        accepted.setSoTimeout(LIMIT_MILLIS);
        relay.close();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(accepted.getInputStream().read()).isEqualTo(-1);
        assertThatIOException().isThrownBy(() -> new Socket(HERE, relay.port()).close());
      }
    }
  }
}
