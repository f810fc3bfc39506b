package com.cruddur.messages.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.embedded.EmbeddedPostgres;
import com.cruddur.messages.local.web.Cors;
import com.cruddur.messages.seed.UserSeed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A sign-in on a free port for the tests of a class, with the users to start with, and a browser
/// that asks it.
final class TestSignIn implements BeforeAllCallback, AfterAllCallback {
  private static final String VERIFIER =
      "a-verifier-of-more-than-forty-three-characters-0123456789";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  // What is to be closed, the last first, however far it came.
  private final Deque<Closeable> opened = new ArrayDeque<>();
  private EmbeddedPostgres postgres;
  private HttpServer server;
  private SignIn signIn;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    opened.push(client::close);
    var data = Files.createTempDirectory("sign-in");
    opened.push(() -> delete(data));
    postgres = EmbeddedPostgres.start(Path.of("../embedded/target/postgres"), data.resolve("pg"));
    opened.push(postgres::close);
    UserSeed.createTable(postgres.jdbcUrl());
    UserSeed.apply(postgres.jdbcUrl());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    opened.push(() -> server.stop(0));
    signIn =
        new SignIn(URI.create(site()), new Accounts(postgres::jdbcUrl), new Cors(Set.of(site())));
    server.createContext(SignIn.PATH, signIn);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String site() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  String issuer() {
    return signIn.issuer();
  }

  String databaseUrl() {
    return postgres.jdbcUrl();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(site() + path)));
  }

  HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(site() + path))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(new Form(form).encode())));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// What our page asks for a code with, to be changed by the caller.
  Map<String, String> authorization() throws Exception {
    var digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    var query = new LinkedHashMap<String, String>();
    query.put("client_id", SignIn.CLIENT_ID);
    query.put("response_type", "code");
    query.put("scope", "openid profile");
    query.put("redirect_uri", site() + "/");
    query.put("state", "state-1");
    query.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    query.put("code_challenge_method", "S256");
    return query;
  }

  static String authorizePath(Map<String, String> query) {
    return SignIn.PATH + "/authorize?" + new Form(query).encode();
  }

  /// The code that comes back when somebody gives a handle to the page.
  String code(String handle) throws Exception {
    var answer = post(authorizePath(authorization()), Map.of("handle", handle));
    assertThat(answer.statusCode()).isEqualTo(302);
    var location = answer.headers().firstValue("location").orElseThrow();
    assertThat(location).startsWith(site() + "/?").contains("state=state-1");
    return Form.parse(URI.create(location).getRawQuery()).get("code");
  }

  HttpResponse<String> redeem(String code) throws Exception {
    return redeem(code, VERIFIER);
  }

  HttpResponse<String> redeem(String code, String verifier) throws Exception {
    return post(
        SignIn.PATH + "/token",
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            SignIn.CLIENT_ID,
            "redirect_uri",
            site() + "/",
            "code",
            code,
            "code_verifier",
            verifier));
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
