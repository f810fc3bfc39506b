package com.cruddur.messages.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayCorsTest {
  private TestGateway gateway;

  @BeforeAll
  void start() throws IOException {
    gateway = new TestGateway(Tokens.withKey("ours"), Throttle.ofAnAccount());
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  private HttpResponse<String> send(String method, String path, String origin)
      throws IOException, InterruptedException {
    return gateway.send(
        gateway
            .request(path)
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "authorization,idempotency-key")
            .method(method, BodyPublishers.noBody()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/messages", "/api/message_groups", "/api/unknown"})
  void preflightIsAnsweredBeforeTheAuthorizer(String path)
      throws IOException, InterruptedException {
    var answer = send("OPTIONS", path, TestGateway.ORIGIN);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    var headers = answer.headers();
    assertThat(headers.firstValue("access-control-allow-origin")).contains(TestGateway.ORIGIN);
    assertThat(headers.firstValue("access-control-allow-methods")).contains("GET,POST");
    assertThat(headers.firstValue("access-control-allow-headers"))
        .contains("authorization,content-type,idempotency-key");
    assertThat(headers.firstValue("access-control-max-age")).contains("3600");
    assertThat(headers.allValues("vary")).containsExactly("origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:5174",
        "https://localhost:5173",
        "http://localhost:5173.example.com",
        "HTTP://LOCALHOST:5173",
        "null",
        "*"
      })
  void anotherOriginIsNotPermitted(String origin) throws IOException, InterruptedException {
    var preflight = send("OPTIONS", "/api/messages", origin);
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().map().keySet()).noneMatch(h -> h.startsWith("access-control"));
    var answer = send("GET", "/api/users/@a/short", origin);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map().keySet()).noneMatch(h -> h.startsWith("access-control"));
    assertThat(answer.headers().firstValue("vary")).contains("origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/users/@a/short", "/api/message_groups", "/api/unknown"})
  void everyAnswerIsReadableForAPermittedOrigin(String path)
      throws IOException, InterruptedException {
    var headers = send("GET", path, TestGateway.ORIGIN).headers();
    assertThat(headers.allValues("access-control-allow-origin"))
        .containsExactly(TestGateway.ORIGIN);
    assertThat(headers.firstValue("access-control-expose-headers")).contains("link");
  }

  @Test
  void requestWithoutOriginGetsNoPermission() throws IOException, InterruptedException {
    var answer = gateway.send(gateway.request("/api/users/@a/short"));
    assertThat(answer.headers().map().keySet()).noneMatch(h -> h.startsWith("access-control"));
  }
}
