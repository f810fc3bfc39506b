package com.cruddur.messages.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTest {
  private static final Tokens TOKENS = Tokens.withKey("ours");
  private static final String GROUP = "/api/messages/5ae290ed-55d1-47a0-bc6d-fe2bc2700399";
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private TestGateway gateway;

  @BeforeAll
  void start() throws IOException {
    gateway = new TestGateway(TOKENS, Throttle.ofAnAccount());
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  private static String bearer() {
    return "Bearer " + TOKENS.sign(Tokens.claims());
  }

  private static void assertIs(HttpResponse<String> answer, int status, String message) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api",
    "GET, /api/",
    "GET, /api/messages",
    "GET, /api/messages/",
    "PUT, /api/messages",
    "DELETE, /api/message_groups",
    "GET, /api/message_groups/",
    "GET, /api/messages/a/b",
    "GET, /api/users//short",
    "HEAD, /api/message_groups",
    "POST, /api/users/@loren/short"
  })
  void whatNoRouteHasIsNotFound(String method, String path)
      throws IOException, InterruptedException {
    var request = gateway.request(path).header("authorization", bearer());
    var answer = gateway.send(request.method(method, BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(404);
    if (!method.equals("HEAD")) {
      assertIs(answer, 404, "Not Found");
    }
  }

  @Test
  void routeForSignedInUsersWantsATokenAndThePublicOneNone()
      throws IOException, InterruptedException {
    var answer = gateway.send(gateway.request("/api/message_groups"));
    assertIs(answer, 401, "Unauthorized");
    assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
    assertThat(gateway.send(gateway.request("/api/users/@loren/short")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void badTokenNeverReachesTheFunction() throws IOException, InterruptedException {
    gateway.send(gateway.request("/api/users/@before/short"));
    var expired = Tokens.claims().expirationTime(java.util.Date.from(Tokens.NOW));
    var request = gateway.request(GROUP).header("authorization", "Bearer " + TOKENS.sign(expired));
    var answer = gateway.send(request);
    assertIs(answer, 401, "Unauthorized");
    assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
        .startsWith("Bearer ")
        .contains("invalid_token");
    assertThat(gateway.function().last().getRawPath()).contains("@before");
  }

  @Test
  void bodyOfMoreThanTenMegabytesIsTooLong() throws IOException, InterruptedException {
    var most = post(new byte[TEN_MEGABYTES]);
    assertThat(most.statusCode()).isEqualTo(200);
    assertIs(post(new byte[TEN_MEGABYTES + 1]), 413, "Request Too Long");
  }

  private HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
    return gateway.send(
        gateway
            .request("/api/messages")
            .header("authorization", bearer())
            .POST(BodyPublishers.ofByteArray(body)));
  }

  @Test
  void moreThanTheBurstAreTooManyUntilTimeHasPassed() throws IOException, InterruptedException {
    var now = new Instant[] {Tokens.NOW};
    InstantSource clock = () -> now[0];
    try (var throttled = new TestGateway(TOKENS, new Throttle(10, 3, clock))) {
      for (var i = 0; i < 3; i++) {
        assertThat(throttled.send(throttled.request("/api/users/@a/short")).statusCode())
            .isEqualTo(200);
      }
      var answer =
          throttled.send(
              throttled.request("/api/users/@a/short").header("origin", TestGateway.ORIGIN));
      assertIs(answer, 429, "Too Many Requests");
      assertThat(answer.headers().firstValue("access-control-allow-origin"))
          .contains(TestGateway.ORIGIN);
      now[0] = now[0].plusMillis(100);
      assertThat(throttled.send(throttled.request("/api/users/@a/short")).statusCode())
          .isEqualTo(200);
      assertIs(throttled.send(throttled.request("/api/none")), 429, "Too Many Requests");
    }
  }

  @Test
  void nothingOfWhatAFunctionThrewReachesTheCaller() throws IOException, InterruptedException {
    try (var failing = new TestGateway(TOKENS, Throttle.ofAnAccount())) {
      failing.function().answer(null);
      assertIs(failing.send(failing.request("/api/users/@a/short")), 500, "Internal Server Error");
    }
  }

  @Test
  void answerOfAFunctionIsPassedOn() throws IOException, InterruptedException {
    try (var other = new TestGateway(TOKENS, Throttle.ofAnAccount())) {
      other
          .function()
          .answer(
              APIGatewayV2HTTPResponse.builder()
                  .withStatusCode(201)
                  .withHeaders(
                      Map.of("Link", "<a>; rel=\"next\"", "Access-Control-Allow-Origin", "*"))
                  .withCookies(List.of("a=1", "b=2"))
                  .withBody("aMOp")
                  .withIsBase64Encoded(true)
                  .build());
      var answer = other.send(other.request("/api/users/@a/short"));
      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(answer.body()).isEqualTo("hé");
      assertThat(answer.headers().firstValue("link")).contains("<a>; rel=\"next\"");
      assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
      assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }
  }
}
