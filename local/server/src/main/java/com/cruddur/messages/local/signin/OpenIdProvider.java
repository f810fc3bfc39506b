package com.cruddur.messages.local.signin;

import com.cruddur.messages.local.web.HttpAnswer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/// mock-oauth2-server without its HTTP server: requests in, answers out. Its keys are made anew at
/// every start; those it ships with are known to everybody.
final class OpenIdProvider {
  private static final int KEY_BITS = 2048;

  private final String issuer;
  private final OAuth2TokenProvider tokens;
  private final OAuth2HttpRequestHandler requests;

  /// @param issuer the address under which it is mounted
  /// @param claims what it puts into tokens; names the last segment of the issuer's path
  OpenIdProvider(URI issuer, OAuth2TokenCallback claims) {
    this.issuer = issuer.toString();
    this.tokens = new OAuth2TokenProvider(new KeyProvider(List.of(newKey())));
    this.requests =
        new OAuth2HttpRequestHandler(
            new OAuth2Config(true, null, null, false, tokens, Set.of(claims)));
  }

  private static JWK newKey() {
    try {
      return new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The public keys of the tokens it issues.
  JWKSet keys() {
    return tokens.publicJwkSet(issuer.substring(issuer.lastIndexOf('/') + 1));
  }

  /// Answers a request.
  ///
  /// @param path below the issuer, with the query
  /// @param authorization of the caller, or null
  HttpAnswer answer(String method, String path, String authorization, String body) {
    var headers = new Headers.Builder();
    if (method.equals("POST")) {
      headers.add("content-type", "application/x-www-form-urlencoded");
    }
    if (authorization != null) {
      headers.add("authorization", authorization);
    }
    var url = HttpUrl.Companion.get(issuer + path);
    var request = new OAuth2HttpRequest(headers.build(), method, url, body);
    var response = requests.getAuthorizationServer().invoke(request);
    var answered = new TreeMap<String, List<String>>();
    response
        .getHeaders()
        .toMultimap()
        .forEach((name, values) -> answered.put(name.toLowerCase(Locale.ROOT), values));
    answered.remove("content-length");
    var text = response.getBody() == null ? "" : response.getBody();
    return new HttpAnswer(response.getStatus(), answered, text.getBytes(StandardCharsets.UTF_8));
  }
}
