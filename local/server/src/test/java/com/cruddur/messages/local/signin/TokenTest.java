package com.cruddur.messages.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The tokens, and who gets them.
class TokenTest {
  private static final String ANDREW = "c3a1f0de-8e0b-4a55-b8f1-51d1f3d0aa01";

  @RegisterExtension static final TestSignIn signIn = new TestSignIn();

  private HttpResponse<String> password(String handle) throws Exception {
    return signIn.post(
        SignIn.PATH + "/token",
        Map.of(
            "grant_type", "password",
            "client_id", SignIn.CLIENT_ID,
            "scope", "openid",
            "username", handle,
            "password", "any"));
  }

  @Test
  void discoveryNamesEndpointsUnderTheIssuer() throws Exception {
    var found = TestSignIn.json(signIn.get(SignIn.PATH + "/.well-known/openid-configuration"));
    assertThat(found.get("issuer").asText())
        .isEqualTo(signIn.issuer())
        .isEqualTo(signIn.site() + "/sign-in");
    for (var endpoint : new String[] {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
      assertThat(found.get(endpoint).asText()).startsWith(signIn.site() + "/sign-in/");
    }
  }

  @Test
  void codeFlowGivesAnAccessTokenLikeCognitos() throws Exception {
    var answer = signIn.redeem(signIn.code("andrewbrown"));
    assertThat(answer.statusCode()).isEqualTo(200);
    var token = SignedJWT.parse(TestSignIn.json(answer).get("access_token").asText());
    var keys = JWKSet.parse(signIn.get(SignIn.PATH + "/jwks").body());
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
  void idTokenSaysWhoSomebodyIs() throws Exception {
    var token =
        SignedJWT.parse(
            TestSignIn.json(signIn.redeem(signIn.code("bayko"))).get("id_token").asText());
    assertThat(token.getJWTClaimsSet().getClaims())
        .containsEntry("preferred_username", "bayko")
        .containsEntry("name", "Andrew Bayko");
  }

  @Test
  void codeIsGoodOnceAndOnlyForWhoeverAskedForIt() throws Exception {
    assertThat(
            signIn
                .redeem(
                    signIn.code("bayko"),
                    "another-verifier-of-more-than-forty-three-characters-0123")
                .statusCode())
        .isEqualTo(400);
    var code = signIn.code("bayko");
    assertThat(signIn.redeem(code).statusCode()).isEqualTo(200);
    assertThat(signIn.redeem(code).statusCode()).isBetween(400, 499);
  }

  @Test
  void refreshGivesAnotherTokenOfTheSameUser() throws Exception {
    var first = TestSignIn.json(signIn.redeem(signIn.code("andrewbrown")));
    var answer =
        signIn.post(
            SignIn.PATH + "/token",
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                SignIn.CLIENT_ID,
                "refresh_token",
                first.get("refresh_token").asText()));
    assertThat(answer.statusCode()).isEqualTo(200);
    var token = SignedJWT.parse(TestSignIn.json(answer).get("access_token").asText());
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(ANDREW);
  }

  @Test
  void passwordGrantKnowsWhoeverIsInPostgresNow() throws Exception {
    var unknown = password("later");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(TestSignIn.json(unknown).get("error").asText()).isEqualTo("invalid_grant");
    try (var connection = DriverManager.getConnection(signIn.databaseUrl());
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO public.users (display_name, handle, email, cognito_user_id)"
              + " VALUES ('Later', 'later', 'later@example.com', 'sub-later')");
    }
    var token = SignedJWT.parse(TestSignIn.json(password("later")).get("access_token").asText());
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("sub-later");
    assertThat(token.getJWTClaimsSet().getClaim("username")).isEqualTo("later");
  }

  @Test
  void anotherClientIsRefused() throws Exception {
    var query = signIn.authorization();
    query.put("client_id", "other");
    assertThat(signIn.get(TestSignIn.authorizePath(query)).statusCode()).isEqualTo(400);
    var answer =
        signIn.post(
            SignIn.PATH + "/token",
            Map.of("grant_type", "password", "client_id", "other", "username", "loren"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(TestSignIn.json(answer).get("error").asText()).isEqualTo("invalid_client");
  }
}
