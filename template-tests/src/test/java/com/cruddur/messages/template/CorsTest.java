package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.local.web.Cors;
import com.cruddur.messages.local.web.HttpAnswer;
import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Synthesis.class)
class CorsTest {
  private final Apps apps;

  CorsTest(Apps apps) {
    this.apps = apps;
  }

  @ParameterizedTest
  @CsvSource({"dev, http://localhost:3000", "prod, https://cruddur.example"})
  void frontEndsOfTheSettingsMayCallAndNoOthers(String stage, String origin) {
    assertThatJson(cors(stage))
        .isEqualTo(
            """
            {
              "AllowOrigins": ["%s", "https://${PageSite/Distribution.DomainName}"],
              "AllowMethods": ["GET", "POST"],
              "AllowHeaders": ["authorization", "content-type", "idempotency-key"],
              "ExposeHeaders": ["link"],
              "MaxAge": 3600
            }
            """
                .formatted(origin));
  }

  @Test
  void localGatewayAnswersBrowsersAsTheDeployedOneWill() throws Exception {
    var deployed = cors("dev");
    var preflight = askLocally("OPTIONS");
    assertThat(values(preflight, "access-control-allow-methods"))
        .isEqualTo(values(deployed, "AllowMethods"));
    assertThat(values(preflight, "access-control-allow-headers"))
        .isEqualTo(values(deployed, "AllowHeaders"));
    assertThat(values(preflight, "access-control-max-age"))
        .containsExactly(deployed.get("MaxAge").asText());
    var answer = askLocally("GET");
    assertThat(values(answer, "access-control-expose-headers"))
        .isEqualTo(values(deployed, "ExposeHeaders"));
    assertThat(values(answer, "access-control-allow-origin"))
        .isSubsetOf(values(deployed, "AllowOrigins"));
    // Neither lets a browser send its cookies along.
    assertThat(answer.map()).doesNotContainKey("access-control-allow-credentials");
    assertThat(deployed.has("AllowCredentials")).isFalse();
  }

  private JsonNode cors(String stage) {
    return ReadableTemplate.of(apps.stage(stage), SynthesizedApp.MESSAGING)
        .properties("MessagingApi/Api")
        .get("CorsConfiguration");
  }

  private static HttpHeaders askLocally(String method) throws IOException, InterruptedException {
    var origin = "http://localhost:3000";
    var cors = new Cors(Set.of(origin));
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var answer = cors.permit(exchange, HttpAnswer.empty(204));
          cors.preflight(exchange).orElse(answer).send(exchange);
          exchange.close();
        });
    server.start();
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + server.getAddress().getPort() + "/"))
              .header("origin", origin)
              .method(method, BodyPublishers.noBody())
              .build();
      return client.send(request, BodyHandlers.discarding()).headers();
    } finally {
      server.stop(0);
    }
  }

  private static Set<String> values(HttpHeaders headers, String name) {
    return Set.of(headers.firstValue(name).orElseThrow().split(","));
  }

  private static Set<String> values(JsonNode cors, String name) {
    return cors.get(name).valueStream().map(JsonNode::textValue).collect(Collectors.toSet());
  }
}
