package com.cruddur.messages.integration.aws;

import com.cruddur.messages.integration.product.TargetMissingException;
import com.cruddur.messages.integration.product.Undo;
import com.cruddur.messages.integration.product.User;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;

/// Users who sign up at a stage's user pool for this run.
record PoolUsers(CognitoIdentityProviderClient cognito, Outputs stage) {
  /// Checks that a test can sign in, before anybody signs up.
  ///
  /// @throws TargetMissingException when it cannot
  void needPasswordSignIn() {
    var client =
        cognito
            .describeUserPoolClient(
                describe ->
                    describe.userPoolId(stage.userPoolId()).clientId(stage.userPoolClientId()))
            .userPoolClient();
    if (!client
        .explicitAuthFlows()
        .contains(ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH)) {
      throw new TargetMissingException(
          """
          tests cannot sign in: the client %s does not allow ADMIN_USER_PASSWORD_AUTH. \
          Set signIn.passwordSignIn to true for the stage in infra/cdk.json and deploy it, \
          for a stage of test users only\
          """
              .formatted(stage.userPoolClientId()));
    }
  }

  /// Signs somebody up, confirmed by an administrator, which makes Cognito call the trigger that
  /// registers the user.
  ///
  /// @param undo removes the user from the pool
  User signUp(Undo undo) {
    var handle = "it-" + UUID.randomUUID();
    // Cognito mails a code; the mailbox simulator of SES takes it, so that nothing bounces.
    // https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
    var email = "success+" + handle + "@simulator.amazonses.com";
    // Every kind of character that a password policy can ask for.
    var password = "Aa1!" + UUID.randomUUID();
    cognito.signUp(
        signUp ->
            signUp
                .clientId(stage.userPoolClientId())
                .username(email)
                .password(password)
                .userAttributes(
                    attribute("email", email),
                    attribute("name", "A Test"),
                    attribute("preferred_username", handle)));
    undo.step(
        () ->
            cognito.adminDeleteUser(
                delete -> delete.userPoolId(stage.userPoolId()).username(email)));
    cognito.adminConfirmSignUp(confirm -> confirm.userPoolId(stage.userPoolId()).username(email));
    return new User(handle, token(email, password));
  }

  private String token(String username, String password) {
    return cognito
        .adminInitiateAuth(
            auth ->
                auth.userPoolId(stage.userPoolId())
                    .clientId(stage.userPoolClientId())
                    .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                    .authParameters(Map.of("USERNAME", username, "PASSWORD", password)))
        .authenticationResult()
        .accessToken();
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }
}
