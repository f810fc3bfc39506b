package com.cruddur.messages.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Stress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is no HTTP is the server's to refuse, here the JDK's, in a deployment AWS's: the gateway
/// behind it throws nothing, and goes on for others. A failure names the seed, `-Dcruddur.seed=…`
/// brings it back.
@Timeout(300)
class MalformedHttpTest {
  private static final int PATIENCE_MILLIS = 30_000;

  private final long seed = Long.getLong("cruddur.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void theGatewayThrowsNothingAndGoesOn() throws Exception {
    var count = Stress.times(500, 20_000);
    var firstLines = new TreeMap<String, Integer>();
    try (var gateway =
        new TestGateway(Caller.trusted(), new Throttle(1e9, 1_000_000, InstantSource.system()))) {
      for (var i = 0; i < count; i++) {
        var answer = exchange(gateway.port(), MalformedHttp.any(random));
        assertThat(gateway.thrown()).as("seed %d, request %d", seed, i).isEmpty();
        firstLines.merge(answer.lines().findFirst().orElse("nothing"), 1, Integer::sum);
      }
      System.out.println("seed " + seed + ", answers to what is no HTTP " + firstLines);
      var good =
          gateway
              .request("/api/message_groups")
              .header("authorization", "Bearer " + Caller.trusted().sign(Tokens.claims()));
      assertThat(gateway.send(good).statusCode()).isEqualTo(200);
    }
    // 501 is the server's own word for an encoding of transfers that it does not know.
    assertThat(firstLines.keySet())
        .allMatch(line -> line.equals("nothing") || line.matches("HTTP/1\\.1 ([1-4]..|501) .*"));
    assertThat(firstLines).extractingByKey("HTTP/1.1 401 Unauthorized").isNotNull();
    assertThat(Map.copyOf(firstLines)).hasSizeGreaterThan(3);
  }

  // Nothing comes after these bytes, so that a length which lies keeps nobody waiting.
  private static String exchange(int port, byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException e) {
      // The server hung up before it had read everything.
      return "";
    }
  }
}
