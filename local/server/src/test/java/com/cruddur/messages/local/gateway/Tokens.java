package com.cruddur.messages.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/// An issuer of tokens, and the authorizer that trusts it, at one point in time.
record Tokens(RSAKey key) {
  static final String ISSUER = "http://issuer.test/sign-in";
  static final String CLIENT = "client";
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  static Tokens withKey(String id) {
    try {
      return new Tokens(new RSAKeyGenerator(2048).keyID(id).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  JwtAuthorizer authorizer() {
    return new JwtAuthorizer(
        ISSUER, CLIENT, new JWKSet(key.toPublicJWK()), InstantSource.fixed(NOW));
  }

  /// The claims of a good access token.
  static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject("sub-1")
        .claim("client_id", CLIENT)
        .claim("token_use", "access")
        .claim("cognito:groups", List.of("admin", "staff"))
        .claim("verified", true)
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(3_600)));
  }

  String sign(JWTClaimsSet.Builder claims) {
    return sign(claims, JWSAlgorithm.RS256);
  }

  String sign(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm) {
    try {
      var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
      var jwt = new SignedJWT(header, claims.build());
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
