package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.UserPoolClientIdentityProvider;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;

/// The front end as Cognito knows it. It has no secret, for a browser could not keep one: what
/// protects the authorization code is PKCE, which the front end asks for.
final class WebClient {
  private WebClient() {}

  /// @param origins of the front ends
  static UserPoolClientOptions of(Settings settings, List<String> origins) {
    // Where the front end's router starts.
    var home = origins.stream().map(origin -> origin + "/").toList();
    return UserPoolClientOptions.builder()
        .generateSecret(false)
        .oAuth(
            OAuthSettings.builder()
                .flows(OAuthFlows.builder().authorizationCodeGrant(true).build())
                .scopes(List.of(OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE))
                .callbackUrls(home)
                .logoutUrls(home)
                .build())
        .authFlows(AuthFlow.builder().adminUserPassword(settings.signIn().passwordSignIn()).build())
        .supportedIdentityProviders(List.of(UserPoolClientIdentityProvider.COGNITO))
        .preventUserExistenceErrors(true)
        .enableTokenRevocation(true)
        // A token cannot be called back before it ends, so it ends soon.
        .accessTokenValidity(Duration.hours(1))
        .idTokenValidity(Duration.hours(1))
        .refreshTokenValidity(Duration.days(30))
        .build();
  }
}
