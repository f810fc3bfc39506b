package com.cruddur.messages.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.local.gateway.JwtAuthorizer.Verdict;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAuthorizerTest {
  private static final Tokens TOKENS = Tokens.withKey("ours");

  private final JwtAuthorizer authorizer = TOKENS.authorizer();

  private Verdict authorize(String token) {
    return authorizer.authorize("Bearer " + token);
  }

  private void assertRefused(String token, String why) {
    assertThat(authorize(token))
        .isEqualTo(
            new Verdict.Denied(
                "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + why + "\""));
  }

  @Test
  void goodTokenPassesWithAndWithoutBearerInFront() {
    var token = TOKENS.sign(Tokens.claims());
    assertThat(authorize(token)).isInstanceOf(Verdict.Allowed.class);
    assertThat(authorizer.authorize("bearer  " + token)).isInstanceOf(Verdict.Allowed.class);
    assertThat(authorizer.authorize(token)).isInstanceOf(Verdict.Allowed.class);
  }

  @Test
  void tokenMayNameUsInItsAudienceInsteadOfItsClientId() {
    var claims = Tokens.claims().claim("client_id", null);
    assertThat(authorize(TOKENS.sign(claims.audience(Tokens.CLIENT))))
        .isInstanceOf(Verdict.Allowed.class);
    assertRefused(
        TOKENS.sign(claims.audience("other")), "the token does not have a valid audience");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void noTokenIsAskedForOne(String header) {
    assertThat(authorizer.authorize(header)).isEqualTo(new Verdict.Denied("Bearer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b", "a.b.c", "eyJhbGciOiJSUzI1NiJ9..", "Basic YTpi"})
  void whatIsNoTokenIsRefused(String token) {
    assertRefused(token, "the token cannot be read");
  }

  @Test
  void tokenCountsUntilItsSecondAndNoLonger() {
    var last = Tokens.claims().expirationTime(Date.from(Tokens.NOW.plusSeconds(1)));
    assertThat(authorize(TOKENS.sign(last))).isInstanceOf(Verdict.Allowed.class);
    assertRefused(
        TOKENS.sign(Tokens.claims().expirationTime(Date.from(Tokens.NOW))),
        "the token has expired");
    assertRefused(TOKENS.sign(Tokens.claims().expirationTime(null)), "the token has expired");
  }

  @Test
  void tokenForLaterIsRefused() {
    var later = Date.from(Tokens.NOW.plusSeconds(1));
    assertRefused(TOKENS.sign(Tokens.claims().notBeforeTime(later)), "the token is not valid yet");
    assertRefused(TOKENS.sign(Tokens.claims().issueTime(later)), "the token is not valid yet");
  }

  @Test
  void tokenOfAnotherIssuerOrForAnotherClientIsRefused() {
    assertRefused(
        TOKENS.sign(Tokens.claims().issuer(Tokens.ISSUER + "/")), "the token has another issuer");
    assertRefused(
        TOKENS.sign(Tokens.claims().claim("client_id", "other")),
        "the token does not have a valid audience");
    assertRefused(
        TOKENS.sign(Tokens.claims().claim("client_id", null)),
        "the token does not have a valid audience");
  }

  @Test
  void tokenOfAnotherKeyIsRefusedAlsoUnderOurKeysName() {
    var why = "the token's signature is not valid";
    assertRefused(Tokens.withKey("theirs").sign(Tokens.claims()), why);
    assertRefused(Tokens.withKey("ours").sign(Tokens.claims()), why);
  }

  @Test
  void anotherAlgorithmIsRefusedEvenIfTheSignatureHolds() throws Exception {
    var why = "the token's signature is not valid";
    assertRefused(TOKENS.sign(Tokens.claims(), JWSAlgorithm.RS512), why);
    assertRefused(TOKENS.sign(Tokens.claims(), JWSAlgorithm.PS256), why);
    // The public key as the secret of a symmetric signature.
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ours").build();
    var symmetric = new SignedJWT(header, Tokens.claims().build());
    symmetric.sign(new MACSigner(TOKENS.key().toRSAPublicKey().getEncoded()));
    assertRefused(symmetric.serialize(), why);
  }

  @Test
  void unsignedTokenIsRefused() {
    var plain = new PlainJWT(Tokens.claims().build()).serialize();
    assertRefused(plain, "the token cannot be read");
    assertRefused(plain + "AAAA", "the token cannot be read");
  }

  @Test
  void changedPayloadIsRefused() {
    var parts = TOKENS.sign(Tokens.claims()).split("\\.");
    var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    var other = payload.replace("sub-1", "sub-2").getBytes(StandardCharsets.UTF_8);
    parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(other);
    assertRefused(String.join(".", parts), "the token's signature is not valid");
  }
}
