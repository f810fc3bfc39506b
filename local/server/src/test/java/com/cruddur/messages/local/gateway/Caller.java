package com.cruddur.messages.local.gateway;

import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;

/// Who calls the API, and with what in the `Authorization` header. All but the last four claim to
/// be the member.
enum Caller {
  NO_TOKEN,
  NO_JWT,
  EXPIRED,
  NOT_YET_VALID,
  OTHER_ISSUER,
  OTHER_AUDIENCE,
  OTHER_KEY,
  /// Signed well, with an algorithm that is not ours.
  OTHER_ALGORITHM,
  /// The public key taken for the secret of a symmetric signature.
  SYMMETRIC,
  /// `alg: none`, without a signature.
  UNSIGNED,
  /// `alg: none`, with the signature of another token.
  UNSIGNED_WITH_SIGNATURE,
  /// Another user's token, changed to name the member.
  CHANGED_PAYLOAD,
  WITHOUT_SUBJECT,
  /// A good token of somebody who is not in the users table.
  UNKNOWN,
  NON_MEMBER,
  MEMBER;

  private static final String UNKNOWN_SUB = "nobody's";
  private static final Tokens TRUSTED = Tokens.withKey("ours");
  private static final Tokens FOREIGN = Tokens.withKey("ours");

  /// Who issues the good tokens.
  static Tokens trusted() {
    return TRUSTED;
  }

  /// Whether the authorizer has to let it pass.
  boolean isAuthenticated() {
    return switch (this) {
      case WITHOUT_SUBJECT, UNKNOWN, NON_MEMBER, MEMBER -> true;
      default -> false;
    };
  }

  /// The user of the table that the token is good for.
  Optional<Person> person(Product product) {
    return switch (this) {
      case NON_MEMBER -> Optional.of(product.loren);
      case MEMBER -> Optional.of(product.andrew);
      default -> Optional.empty();
    };
  }

  /// Whom the token names.
  String sub(Product product) {
    return this == UNKNOWN ? UNKNOWN_SUB : person(product).map(Person::sub).orElse("");
  }

  /// The header; empty for none.
  Optional<String> authorization(Product product) throws JOSEException {
    var claims = Tokens.claims().subject(product.andrew.sub());
    return switch (this) {
      case NO_TOKEN -> Optional.empty();
      case NO_JWT -> Optional.of("Bearer " + product.andrew.sub());
      case EXPIRED -> bearer(claims.expirationTime(Date.from(Tokens.NOW)));
      case NOT_YET_VALID -> bearer(claims.notBeforeTime(Date.from(Tokens.NOW.plusSeconds(1))));
      case OTHER_ISSUER -> bearer(claims.issuer(Tokens.ISSUER + "/"));
      case OTHER_AUDIENCE -> bearer(claims.claim("client_id", "other"));
      case OTHER_KEY -> Optional.of("Bearer " + FOREIGN.sign(claims));
      case OTHER_ALGORITHM -> Optional.of("Bearer " + TRUSTED.sign(claims, JWSAlgorithm.RS512));
      case SYMMETRIC -> Optional.of("Bearer " + symmetric(claims));
      case UNSIGNED -> Optional.of("Bearer " + new PlainJWT(claims.build()).serialize());
      case UNSIGNED_WITH_SIGNATURE ->
          Optional.of(
              "Bearer "
                  + new PlainJWT(claims.build()).serialize()
                  + TRUSTED.sign(claims).split("\\.")[2]);
      case CHANGED_PAYLOAD -> Optional.of("Bearer " + changed(product));
      case WITHOUT_SUBJECT -> bearer(claims.subject(null));
      case UNKNOWN -> bearer(claims.subject(UNKNOWN_SUB));
      case NON_MEMBER -> bearer(claims.subject(product.loren.sub()));
      case MEMBER -> bearer(claims);
    };
  }

  private static Optional<String> bearer(JWTClaimsSet.Builder claims) {
    return Optional.of("Bearer " + TRUSTED.sign(claims));
  }

  private static String symmetric(JWTClaimsSet.Builder claims) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ours").build();
    var token = new SignedJWT(header, claims.build());
    token.sign(new MACSigner(TRUSTED.key().toRSAPublicKey().getEncoded()));
    return token.serialize();
  }

  private static String changed(Product product) {
    var parts = TRUSTED.sign(Tokens.claims().subject(product.loren.sub())).split("\\.");
    var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    var other = payload.replace(product.loren.sub(), product.andrew.sub());
    parts[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(other.getBytes(StandardCharsets.UTF_8));
    return String.join(".", parts);
  }
}
