package com.cruddur.messages.local.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// What a function learns of the token, as the JWT authorizer writes it: every claim a text.
record JwtContext(JWTClaimsSet token) {
  Map<String, Object> toMap() {
    var claims = new LinkedHashMap<String, String>();
    token
        .getClaims()
        .forEach(
            (name, value) -> {
              if (value != null) {
                claims.put(name, text(value));
              }
            });
    var jwt = new LinkedHashMap<String, Object>();
    jwt.put("claims", claims);
    // Named only where a route asks for scopes; ours do not.
    jwt.put("scopes", null);
    return jwt;
  }

  private static String text(Object claim) {
    return switch (claim) {
      case Date time -> Long.toString(TimeUnit.MILLISECONDS.toSeconds(time.getTime()));
      case Collection<?> many ->
          many.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
      default -> claim.toString();
    };
  }
}
