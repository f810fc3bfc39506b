package com.cruddur.messages.local.signin;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/// Makes the tokens look like those of a Cognito user pool: no `aud` in an access token but a
/// `client_id`, and an hour of life. The id token carries the same claims.
///
/// See "Understanding the access token" in the guide,
/// <https://docs.aws.amazon.com/cognito/latest/developerguide/>
record CognitoClaims(String issuerId, String clientId, Accounts accounts)
    implements OAuth2TokenCallback {
  private static final Duration LIFE = Duration.ofHours(1);

  /// What is in the tokens of this user beside the subject.
  static Map<String, String> of(Account account, String clientId) {
    return Map.of(
        "username",
        account.handle(),
        "preferred_username",
        account.handle(),
        "name",
        account.displayName(),
        "client_id",
        clientId,
        "token_use",
        "access",
        "scope",
        "openid profile");
  }

  // Only asked where the request itself says who it is; a code knows its login.
  @Override
  public String subject(TokenRequest request) {
    return request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant grant
        ? grant.getUsername()
        : "";
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    return accounts
        .byCognitoUserId(subject(request))
        .map(account -> Map.<String, Object>copyOf(of(account, clientId)))
        .orElse(Map.of());
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of();
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return JOSEObjectType.JWT.getType();
  }

  @Override
  public long tokenExpiry() {
    return LIFE.toSeconds();
  }
}
