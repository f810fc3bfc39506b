package com.cruddur.messages.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;

/// The JWT authorizer of an HTTP API: signature by one of the issuer's keys, issuer, audience or
/// client id, and times.
///
/// See <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html>
///
/// @param issuer the only issuer
/// @param audience what `aud`, or `client_id` where there is no `aud`, has to name
/// @param keys the issuer's public keys
/// @param clock for `exp`, `nbf` and `iat`
public record JwtAuthorizer(String issuer, String audience, JWKSet keys, InstantSource clock) {
  /// What the authorizer says to a request.
  sealed interface Verdict {
    /// It may pass.
    record Allowed(JWTClaimsSet claims) implements Verdict {}

    /// It may not.
    ///
    /// @param challenge for the `www-authenticate` header
    record Denied(String challenge) implements Verdict {}
  }

  /// @param authorization the `Authorization` header, `Bearer` in front or not, or null
  Verdict authorize(String authorization) {
    if (authorization == null || authorization.isBlank()) {
      return new Verdict.Denied("Bearer");
    }
    var token = authorization.strip().replaceFirst("(?i)^bearer +", "");
    try {
      var jwt = parse(token);
      var claims = jwt.getJWTClaimsSet();
      return refusal(jwt, claims)
          .<Verdict>map(JwtAuthorizer::denied)
          .orElseGet(() -> new Verdict.Allowed(claims));
    } catch (ParseException | JOSEException e) {
      return denied("the token cannot be read");
    }
  }

  private static SignedJWT parse(String token) throws ParseException {
    try {
      return SignedJWT.parse(token);
    } catch (RuntimeException e) {
      // For a header that is JSON's null the library throws more than it says.
      throw new ParseException("no token: " + e.getClass().getSimpleName(), 0);
    }
  }

  private static Verdict denied(String why) {
    return new Verdict.Denied(
        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"%s\"".formatted(why));
  }

  private Optional<String> refusal(SignedJWT jwt, JWTClaimsSet claims) throws JOSEException {
    if (!isSigned(jwt)) {
      return Optional.of("the token's signature is not valid");
    }
    if (!issuer.equals(claims.getIssuer())) {
      return Optional.of("the token has another issuer");
    }
    if (!isForUs(claims)) {
      return Optional.of("the token does not have a valid audience");
    }
    var now = Date.from(clock.instant());
    if (claims.getExpirationTime() == null || !now.before(claims.getExpirationTime())) {
      return Optional.of("the token has expired");
    }
    if (isAfter(claims.getNotBeforeTime(), now) || isAfter(claims.getIssueTime(), now)) {
      return Optional.of("the token is not valid yet");
    }
    return Optional.empty();
  }

  private boolean isSigned(SignedJWT jwt) throws JOSEException {
    // The algorithm is ours to choose, never the token's.
    if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
      return false;
    }
    var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
    return key != null && jwt.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  private boolean isForUs(JWTClaimsSet claims) {
    return claims.getAudience().isEmpty()
        ? audience.equals(claims.getClaim("client_id"))
        : claims.getAudience().contains(audience);
  }

  private static boolean isAfter(Date time, Date now) {
    return time != null && time.after(now);
  }
}
