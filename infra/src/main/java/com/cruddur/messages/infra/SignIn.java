package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AutoVerifiedAttrs;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.StandardAttribute;
import software.amazon.awscdk.services.cognito.StandardAttributes;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolDomain;
import software.amazon.awscdk.services.cognito.UserPoolDomainOptions;
import software.amazon.awscdk.services.cognito.UserPoolOperation;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/// Where people sign up and in, with their e-mail address, by the authorization code flow.
///
/// `preferred_username` is the handle, `name` what people read, `sub` who somebody is.
final class SignIn extends Construct {
  private final UserPool pool;
  private final UserPoolClient client;
  private final UserPoolDomain domain;

  /// @param registerUser refuses a handle that somebody has, and makes the user of a confirmed
  ///     sign-up
  /// @param origins of the front ends that it leads back to
  SignIn(
      Construct scope, String id, Settings settings, IFunction registerUser, List<String> origins) {
    super(scope, id);
    this.pool = pool(settings);
    pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, registerUser);
    pool.addTrigger(UserPoolOperation.POST_CONFIRMATION, registerUser);
    this.client = pool.addClient("Web", WebClient.of(settings, origins));
    this.domain =
        pool.addDomain(
            "Pages",
            UserPoolDomainOptions.builder()
                .cognitoDomain(
                    CognitoDomainOptions.builder().domainPrefix(domainPrefix(settings)).build())
                .build());
  }

  TokenIssuer issuer() {
    return new TokenIssuer(pool.getUserPoolId(), List.of(client.getUserPoolClientId()));
  }

  /// The address of the sign-in pages.
  String pages() {
    return domain.baseUrl();
  }

  private UserPool pool(Settings settings) {
    var required = StandardAttribute.builder().required(true).mutable(true).build();
    return UserPool.Builder.create(this, "Pool")
        .selfSignUpEnabled(true)
        .signInAliases(SignInAliases.builder().email(true).build())
        .signInCaseSensitive(false)
        .autoVerify(AutoVerifiedAttrs.builder().email(true).build())
        .standardAttributes(
            StandardAttributes.builder()
                .email(required)
                .preferredUsername(required)
                .fullname(required)
                .build())
        .passwordPolicy(PasswordPolicy.builder().minLength(12).build())
        .accountRecovery(AccountRecovery.EMAIL_ONLY)
        .deletionProtection(settings.retainData())
        .removalPolicy(settings.retainData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
        .build();
  }

  private static String domainPrefix(Settings settings) {
    var chosen = settings.signIn().domainPrefix();
    // The account makes it unique in the region.
    return chosen == null
        ? "cruddur-messages-%s-%s".formatted(settings.stage(), Aws.ACCOUNT_ID)
        : chosen;
  }
}
