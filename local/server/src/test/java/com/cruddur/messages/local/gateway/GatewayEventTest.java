package com.cruddur.messages.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a function gets to see of a request.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayEventTest {
  private static final Tokens TOKENS = Tokens.withKey("ours");
  private static final String TEXT = "{\"message\":\"grüß dich 🌊\"}";

  private TestGateway gateway;

  @BeforeAll
  void start() throws IOException {
    gateway = new TestGateway(TOKENS, Throttle.ofAnAccount());
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  private APIGatewayV2HTTPEvent event(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var token = TOKENS.sign(Tokens.claims());
    var answer = gateway.send(request.header("authorization", "Bearer " + token));
    assertThat(answer.statusCode()).isEqualTo(200);
    return gateway.function().last();
  }

  private APIGatewayV2HTTPEvent post(String contentType, byte[] body)
      throws IOException, InterruptedException {
    var request = gateway.request("/api/messages").POST(BodyPublishers.ofByteArray(body));
    return event(contentType.isEmpty() ? request : request.header("content-type", contentType));
  }

  @Test
  void eventHasTheShapeOfPayloadFormatTwo() throws IOException, InterruptedException {
    var event = event(gateway.request("/api/message_groups").header("user-agent", "test/1"));
    assertThat(event.getVersion()).isEqualTo("2.0");
    assertThat(event.getRouteKey()).isEqualTo("GET /api/message_groups");
    assertThat(event.getRawPath()).isEqualTo("/api/message_groups");
    assertThat(event.getRawQueryString()).isEmpty();
    assertThat(event.getQueryStringParameters()).isNull();
    assertThat(event.getPathParameters()).isNull();
    assertThat(event.getCookies()).isNull();
    assertThat(event.getBody()).isNull();
    assertThat(event.getIsBase64Encoded()).isFalse();
    var context = event.getRequestContext();
    assertThat(context.getRouteKey()).isEqualTo("GET /api/message_groups");
    assertThat(context.getStage()).isEqualTo("$default");
    assertThat(context.getApiId()).isNotEmpty();
    assertThat(context.getAccountId()).isEqualTo("000000000000");
    assertThat(context.getDomainName()).isEqualTo("127.0.0.1");
    assertThat(context.getDomainPrefix()).isNotEmpty();
    assertThat(context.getRequestId()).isNotEmpty();
    assertThat(context.getTime()).isEqualTo("01/Mar/2026:12:00:00 +0000");
    assertThat(context.getTimeEpoch()).isEqualTo(Tokens.NOW.toEpochMilli());
    assertThat(context.getHttp().getMethod()).isEqualTo("GET");
    assertThat(context.getHttp().getPath()).isEqualTo("/api/message_groups");
    assertThat(context.getHttp().getProtocol()).isEqualTo("HTTP/1.1");
    assertThat(context.getHttp().getSourceIp()).isEqualTo("127.0.0.1");
    assertThat(context.getHttp().getUserAgent()).isEqualTo("test/1");
  }

  @Test
  void everyClaimIsAText() throws IOException, InterruptedException {
    var jwt =
        event(gateway.request("/api/message_groups")).getRequestContext().getAuthorizer().getJwt();
    assertThat(jwt.getClaims())
        .containsEntry("sub", "sub-1")
        .containsEntry("iat", Long.toString(Tokens.NOW.getEpochSecond()))
        .containsEntry("cognito:groups", "[admin staff]")
        .containsEntry("verified", "true");
    assertThat(jwt.getScopes()).isNull();
  }

  @Test
  void publicRouteHasNoClaimsEvenWithAToken() throws IOException, InterruptedException {
    var event = event(gateway.request("/api/users/@loren/short"));
    assertThat(event.getRequestContext().getAuthorizer()).isNull();
  }

  @Test
  void headersAreLowerCaseAndRepeatedOnesJoined() throws IOException, InterruptedException {
    var event =
        event(
            gateway
                .request("/api/message_groups")
                .header("X-Thing", "a")
                .header("X-Thing", "b,c")
                .header("Cookie", "one=1; two=2")
                .header("Idempotency-Key", "k"));
    assertThat(event.getHeaders())
        .containsEntry("x-thing", "a,b,c")
        .containsEntry("idempotency-key", "k")
        .containsEntry("x-forwarded-for", "127.0.0.1")
        .containsEntry("host", "127.0.0.1:" + gateway.port())
        .doesNotContainKey("cookie");
    assertThat(event.getHeaders().keySet()).allMatch(name -> name.equals(name.toLowerCase()));
    assertThat(event.getCookies()).containsExactly("one=1", "two=2");
  }

  @Test
  void queryIsDecodedAndRepeatedParametersJoined() throws IOException, InterruptedException {
    var raw = "limit=2&a=x+y%20z&a=%C3%A9&empty=&bare&pct=%25zz";
    var event = event(gateway.request("/api/message_groups?" + raw));
    assertThat(event.getRawQueryString()).isEqualTo(raw);
    assertThat(event.getQueryStringParameters())
        .containsEntry("limit", "2")
        .containsEntry("a", "x y z,é")
        .containsEntry("empty", "")
        .containsEntry("bare", "")
        .containsEntry("pct", "%zz");
  }

  @ParameterizedTest
  @CsvSource({
    "@loren, @loren",
    "%40loren, @loren",
    "@a+b, @a+b",
    "@%C3%A9%20x, @é x",
    "@a%2Fb, @a/b"
  })
  void pathParameterIsOneDecodedSegment(String segment, String decoded)
      throws IOException, InterruptedException {
    var event = event(gateway.request("/api/users/" + segment + "/short"));
    assertThat(event.getPathParameters()).containsOnly(java.util.Map.entry("handle", decoded));
    assertThat(event.getRawPath()).isEqualTo("/api/users/" + decoded + "/short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; charset=utf-8",
        "text/plain",
        "text/csv;header=present",
        "application/xml",
        "application/javascript"
      })
  void textTravelsAsText(String contentType) throws IOException, InterruptedException {
    var event = post(contentType, TEXT.getBytes(StandardCharsets.UTF_8));
    assertThat(event.getIsBase64Encoded()).isFalse();
    assertThat(event.getBody()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "application/x-www-form-urlencoded",
        "application/octet-stream",
        "application/problem+json",
        "multipart/form-data; boundary=x",
        "image/png"
      })
  void everythingElseTravelsInBase64(String contentType) throws IOException, InterruptedException {
    var bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    var event = post(contentType, bytes);
    assertThat(event.getIsBase64Encoded()).isTrue();
    assertThat(Base64.getDecoder().decode(event.getBody())).isEqualTo(bytes);
  }

  @Test
  void bytesThatAreNoTextKeepEveryBit() throws IOException, InterruptedException {
    var bytes = new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'};
    var event = post("application/json", bytes);
    assertThat(event.getIsBase64Encoded()).isTrue();
    assertThat(Base64.getDecoder().decode(event.getBody())).isEqualTo(bytes);
  }
}
