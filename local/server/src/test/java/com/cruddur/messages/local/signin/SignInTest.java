package com.cruddur.messages.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.embedded.EmbeddedPostgres;
import com.cruddur.messages.local.web.Cors;
import com.cruddur.messages.seed.UserSeed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
  private static final String VERIFIER =
      "a-verifier-of-more-than-forty-three-characters-0123456789";
  private static final String ANDREW = "c3a1f0de-8e0b-4a55-b8f1-51d1f3d0aa01";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private EmbeddedPostgres postgres;
  private HttpServer server;
  private SignIn signIn;
  private String site;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    postgres = EmbeddedPostgres.start(Path.of("../embedded/target/postgres"), data.resolve("pg"));
    UserSeed.createTable(postgres.jdbcUrl());
    UserSeed.apply(postgres.jdbcUrl());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    site = "http://localhost:" + server.getAddress().getPort();
    signIn = new SignIn(URI.create(site), new Accounts(postgres::jdbcUrl), new Cors(Set.of(site)));
    server.createContext(SignIn.PATH, signIn);
    server.start();
  }

  @AfterAll
  void stop() {
    client.close();
    server.stop(0);
    postgres.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(site + path)));
  }

  private HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(site + path))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(new Form(form).encode())));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private Map<String, String> authorization() throws Exception {
    var digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    var query = new LinkedHashMap<String, String>();
    query.put("client_id", SignIn.CLIENT_ID);
    query.put("response_type", "code");
    query.put("scope", "openid profile");
    query.put("redirect_uri", site + "/");
    query.put("state", "state-1");
    query.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    query.put("code_challenge_method", "S256");
    return query;
  }

  private static String authorizePath(Map<String, String> query) {
    return SignIn.PATH + "/authorize?" + new Form(query).encode();
  }

  private String code(String handle) throws Exception {
    var answer = post(authorizePath(authorization()), Map.of("handle", handle));
    assertThat(answer.statusCode()).isEqualTo(302);
    var location = answer.headers().firstValue("location").orElseThrow();
    assertThat(location).startsWith(site + "/?").contains("state=state-1");
    return Form.parse(URI.create(location).getRawQuery()).get("code");
  }

  private HttpResponse<String> redeem(String code, String verifier) throws Exception {
    return post(
        SignIn.PATH + "/token",
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            SignIn.CLIENT_ID,
            "redirect_uri",
            site + "/",
            "code",
            code,
            "code_verifier",
            verifier));
  }

  private HttpResponse<String> password(String handle) throws Exception {
    return post(
        SignIn.PATH + "/token",
        Map.of(
            "grant_type", "password",
            "client_id", SignIn.CLIENT_ID,
            "scope", "openid",
            "username", handle,
            "password", "any"));
  }

  private JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  @Test
  void discoveryNamesEndpointsUnderTheIssuer() throws Exception {
    var found = json(get(SignIn.PATH + "/.well-known/openid-configuration"));
    assertThat(found.get("issuer").asText())
        .isEqualTo(signIn.issuer())
        .isEqualTo(site + "/sign-in");
    for (var endpoint : new String[] {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
      assertThat(found.get(endpoint).asText()).startsWith(site + "/sign-in/");
    }
  }

  @Test
  void codeFlowGivesAnAccessTokenLikeCognitos() throws Exception {
    var answer = redeem(code("andrewbrown"), VERIFIER);
    assertThat(answer.statusCode()).isEqualTo(200);
    var token = SignedJWT.parse(json(answer).get("access_token").asText());
    var keys = JWKSet.parse(get(SignIn.PATH + "/jwks").body());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(ANDREW);
    assertThat(claims.getIssuer()).isEqualTo(signIn.issuer());
    assertThat(claims.getAudience()).isEmpty();
    assertThat(claims.getClaims())
        .containsEntry("username", "andrewbrown")
        .containsEntry("preferred_username", "andrewbrown")
        .containsEntry("client_id", SignIn.CLIENT_ID)
        .containsEntry("token_use", "access")
        .containsKey("scope");
    var life =
        Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
    assertThat(life).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void codeIsGoodOnceAndOnlyForWhoeverAskedForIt() throws Exception {
    assertThat(redeem(code("bayko"), "another-" + VERIFIER).statusCode()).isEqualTo(400);
    var code = code("bayko");
    assertThat(redeem(code, VERIFIER).statusCode()).isEqualTo(200);
    assertThat(redeem(code, VERIFIER).statusCode()).isBetween(400, 499);
  }

  @Test
  void loginPageListsTheUsers() throws Exception {
    var page = get(authorizePath(authorization()));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("andrewbrown", "Andrew Bayko", "value=\"loren\"");
  }

  @Test
  void handleNobodyHasIsRefusedOnThePage() throws Exception {
    var answer = post(authorizePath(authorization()), Map.of("handle", "<b>nobody</b>"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("There is no user with the handle “&lt;b&gt;nobody&lt;/b&gt;”");
  }

  @Test
  void handleMayBeTypedWithItsSign() throws Exception {
    assertThat(redeem(code(" @loren "), VERIFIER).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example/", "http://localhost:1/", ""})
  void codeGoesToNoOtherPage(String redirect) throws Exception {
    var query = authorization();
    query.put("redirect_uri", redirect);
    assertThat(get(authorizePath(query)).statusCode()).isEqualTo(400);
    var answer = post(authorizePath(query), Map.of("handle", "loren"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("location")).isEmpty();
  }

  @Test
  void anotherClientIsRefused() throws Exception {
    var query = authorization();
    query.put("client_id", "other");
    assertThat(get(authorizePath(query)).statusCode()).isEqualTo(400);
    var answer =
        post(
            SignIn.PATH + "/token",
            Map.of("grant_type", "password", "client_id", "other", "username", "loren"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void passwordGrantKnowsWhoeverIsInPostgresNow() throws Exception {
    var unknown = password("later");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(json(unknown).get("error").asText()).isEqualTo("invalid_grant");
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO public.users (display_name, handle, email, cognito_user_id)"
              + " VALUES ('Later', 'later', 'later@example.com', 'sub-later')");
    }
    var token = SignedJWT.parse(json(password("later")).get("access_token").asText());
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("sub-later");
    assertThat(token.getJWTClaimsSet().getClaim("username")).isEqualTo("later");
  }

  @Test
  void refreshGivesAnotherTokenOfTheSameUser() throws Exception {
    var first = json(redeem(code("andrewbrown"), VERIFIER));
    var answer =
        post(
            SignIn.PATH + "/token",
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                SignIn.CLIENT_ID,
                "refresh_token",
                first.get("refresh_token").asText()));
    assertThat(answer.statusCode()).isEqualTo(200);
    var token = SignedJWT.parse(json(answer).get("access_token").asText());
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(ANDREW);
  }

  @Test
  void idTokenSaysWhoSomebodyIs() throws Exception {
    var token = SignedJWT.parse(json(redeem(code("bayko"), VERIFIER)).get("id_token").asText());
    assertThat(token.getJWTClaimsSet().getClaims())
        .containsEntry("preferred_username", "bayko")
        .containsEntry("name", "Andrew Bayko");
  }

  @ParameterizedTest
  @ValueSource(strings = {"logout_uri", "post_logout_redirect_uri"})
  void signingOutLeadsBackToOurPagesOnly(String parameter) throws Exception {
    var path = SignIn.PATH + "/endsession?" + parameter + "=";
    var answer = get(path + site + "/");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).hasValue(site + "/");
    for (var other : new String[] {"http://evil.example/", site + ".evil.example/", ""}) {
      assertThat(get(path + other).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void loginPageHasItsStyleAndNoScript() throws Exception {
    var page = get(authorizePath(authorization()));
    assertThat(page.body()).contains("href=\"style.css\"");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'; style-src 'self'");
    var style = get(SignIn.PATH + "/style.css");
    assertThat(style.headers().firstValue("content-type")).hasValue("text/css; charset=utf-8");
    assertThat(style.body()).contains("color-scheme: light dark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /endsession",
        "HEAD /endsession",
        "PUT /endsession",
        "GET /%65ndsession",
        "GET /x/endsession",
        "GET /%61uthorize",
        "POST /x/authorize"
      })
  void noOtherNameOrMethodLeadsToAnotherPage(String request) throws Exception {
    var evil = "http://evil.example/";
    var query = authorization();
    query.put("redirect_uri", evil);
    query.put("post_logout_redirect_uri", evil);
    var parts = request.split(" ");
    var address = site + SignIn.PATH + parts[1] + "?" + new Form(query).encode();
    var body = BodyPublishers.ofString(new Form(Map.of("username", "x")).encode());
    var answer = send(HttpRequest.newBuilder(URI.create(address)).method(parts[0], body));
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("location")).isEmpty();
  }

  @Test
  void signingOutByAFormLeadsBackToOurPagesOnly() throws Exception {
    var path = SignIn.PATH + "/endsession";
    var answer = post(path, Map.of("post_logout_redirect_uri", site + "/"));
    assertThat(answer.headers().firstValue("location")).hasValue(site + "/");
    var other = post(path, Map.of("post_logout_redirect_uri", "http://evil.example/"));
    assertThat(other.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%0d%0ax-evil:1", "/%00", "/a%20b", "@evil.example/"})
  void signingOutLeadsToNothingThatIsNoAddress(String end) throws Exception {
    var answer = get(SignIn.PATH + "/endsession?logout_uri=" + site + end);
    assertThat(answer.statusCode()).isEqualTo(400);
  }
}
