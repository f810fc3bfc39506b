package com.cruddur.messages.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final String ISSUER = "http://localhost:1/sign-in";

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;
  private String site;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    var built = Files.createDirectories(folder.resolve("dist/assets")).getParent();
    Files.writeString(folder.resolve("secret.txt"), "not of the page");
    Files.writeString(built.resolve("index.html"), "<title>The page</title>");
    Files.writeString(built.resolve("icon.svg"), "<svg/>");
    Files.writeString(built.resolve("assets/index-1a2b.js"), "script".repeat(100));
    Files.writeString(built.resolve("assets/index-1a2b.css"), "style");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", Page.in(built, ISSUER, "a-client").orElseThrow());
    server.start();
    site = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(site + path)).build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/messages",
        "/messages/",
        "/messages/5ae290ed-55d1-47a0-bc6d-fe2bc2700399",
        "/messages/new/first.last",
        "/messages/new/a%2Fb"
      })
  void everyRouteOfThePageIsThePage(String path) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("The page");
    assertThat(header(answer, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "/icon.svg, image/svg+xml",
    "/assets/index-1a2b.js, text/javascript; charset=utf-8",
    "/assets/index-1a2b.css, text/css; charset=utf-8"
  })
  void filesAreServedAsWhatTheyAre(String path, String type) throws Exception {
    assertThat(header(get(path), "content-type")).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/messagesx",
        "/assets/",
        "/assets/index-0000.js",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/assets/..%2f..%2fsecret.txt"
      })
  void whatIsNotOfThePageIsNotFound(String path) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("not of the page");
  }

  @Test
  void filesWithAHashInTheirNameAreKept() throws Exception {
    assertThat(header(get("/assets/index-1a2b.js"), "cache-control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(get("/assets/index-later.js"), "cache-control")).isEqualTo("no-cache");
  }

  @Test
  void browsersThatTakeGzipGetIt() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(site + "/assets/index-1a2b.js"))
            .header("accept-encoding", "gzip, br")
            .build();
    var answer = client.send(request, BodyHandlers.ofByteArray());
    assertThat(header(answer, "content-encoding")).isEqualTo("gzip");
    assertThat(header(answer, "vary")).isEqualTo("accept-encoding");
    assertThat(answer.body().length).isLessThan(100);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(new String(unpacked.readAllBytes())).isEqualTo("script".repeat(100));
    }
    assertThat(get("/assets/index-1a2b.js").body()).isEqualTo("script".repeat(100));
  }

  @Test
  void settingsSayWhereToSignInAndThatTheApiIsHere() throws Exception {
    assertThat(get("/config.json").body())
        .isEqualTo("{\"issuer\":\"%s\",\"client_id\":\"a-client\",\"api\":\"\"}".formatted(ISSUER));
  }

  @Test
  void everyAnswerForbidsScriptsFromElsewhereAndFrames() throws Exception {
    for (var path : new String[] {"/", "/config.json", "/nothing"}) {
      var answer = get(path);
      assertThat(header(answer, "content-security-policy"))
          .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
          .contains("connect-src 'self' " + ISSUER + "/;")
          .doesNotContain("unsafe");
      assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    }
  }

  @Test
  void itIsOnlyToBeRead() throws Exception {
    var request = HttpRequest.newBuilder(URI.create(site)).POST(BodyPublishers.noBody()).build();
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void aFolderWithoutAnIndexIsNoPage(@TempDir Path empty) {
    assertThat(Page.in(empty, ISSUER, "a-client")).isEmpty();
  }
}
