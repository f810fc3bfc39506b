package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cruddur.messages.template.Synthesis.Apps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Synthesis.class)
class SignInTest {
  @ParameterizedTest
  @CsvSource({"dev, INACTIVE", "prod, ACTIVE"})
  void peopleSignUpWithAddressHandleAndNameAndBecomeUsers(
      String stage, String protection, Apps apps) {
    var pool = signIn(apps, stage).untagged("SignIn/Pool");
    assertThatJson(pool)
        .whenIgnoringPaths(
            // The library's own words.
            "EmailVerificationMessage",
            "EmailVerificationSubject",
            "SmsVerificationMessage",
            "VerificationMessageTemplate")
        .isEqualTo(
            """
            {
              "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": false},
              "UsernameAttributes": ["email"],
              "UsernameConfiguration": {"CaseSensitive": false},
              "AutoVerifiedAttributes": ["email"],
              "Schema": [
                {"Name": "email", "Required": true, "Mutable": true},
                {"Name": "name", "Required": true, "Mutable": true},
                {"Name": "preferred_username", "Required": true, "Mutable": true}
              ],
              "Policies": {"PasswordPolicy": {"MinimumLength": 12}},
              "AccountRecoverySetting": {
                "RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1}]
              },
              "LambdaConfig": {
                "PreSignUp": "${RegisterUser/Live}",
                "PostConfirmation": "${RegisterUser/Live}"
              },
              "DeletionProtection": "%s"
            }
            """
                .formatted(protection));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dev  | http://localhost:3000/   | "ALLOW_ADMIN_USER_PASSWORD_AUTH",
          prod | https://cruddur.example/ | ''
          """)
  void frontEndIsAPublicClientOfTheCodeFlow(String stage, String home, String flow, Apps apps) {
    assertThatJson(signIn(apps, stage).untagged("SignIn/Pool/Web"))
        .isEqualTo(
            """
            {
              "UserPoolId": "${SignIn/Pool}",
              "GenerateSecret": false,
              "AllowedOAuthFlowsUserPoolClient": true,
              "AllowedOAuthFlows": ["code"],
              "AllowedOAuthScopes": ["openid", "email", "profile"],
              "CallbackURLs": ["%1$s", "https://${PageSite/Distribution.DomainName}/"],
              "LogoutURLs": ["%1$s", "https://${PageSite/Distribution.DomainName}/"],
              "ExplicitAuthFlows": [%2$s "ALLOW_REFRESH_TOKEN_AUTH"],
              "SupportedIdentityProviders": ["COGNITO"],
              "PreventUserExistenceErrors": "ENABLED",
              "EnableTokenRevocation": true,
              "AccessTokenValidity": 60,
              "IdTokenValidity": 60,
              "RefreshTokenValidity": 43200,
              "TokenValidityUnits": {
                "AccessToken": "minutes",
                "IdToken": "minutes",
                "RefreshToken": "minutes"
              }
            }
            """
                .formatted(home, flow));
  }

  @Test
  void pagesHaveADomainThatNoOtherAccountWants(Apps apps) {
    assertThatJson(signIn(apps, "dev").properties("SignIn/Pool/Pages"))
        .isEqualTo(
            """
            {
              "UserPoolId": "${SignIn/Pool}",
              "Domain": "cruddur-messages-dev-${AWS::AccountId}"
            }
            """);
  }

  @Test
  void onlyThisPoolAndWhatKeepsItReadyMayCallTheFunctionThatRegisters(Apps apps) {
    var permissions = signIn(apps, "dev").ofType("AWS::Lambda::Permission");
    assertThat(permissions.values())
        .extracting(permission -> permission.get("Properties"))
        .extracting(
            permission -> permission.get("Principal").textValue(),
            permission -> permission.get("SourceArn").textValue())
        .containsExactlyInAnyOrder(
            tuple("cognito-idp.amazonaws.com", "${SignIn/Pool.Arn}"),
            tuple("cognito-idp.amazonaws.com", "${SignIn/Pool.Arn}"),
            tuple("events.amazonaws.com", "${RegisterUserReady.Arn}"));
    assertThat(permissions.values())
        .extracting(permission -> permission.get("Properties"))
        .allSatisfy(
            permission -> {
              assertThat(permission.get("Action").textValue()).isEqualTo("lambda:InvokeFunction");
              assertThat(permission.get("FunctionName").textValue())
                  .isEqualTo("${RegisterUser/Live}");
            });
  }

  @Test
  void functionThatRegistersIsCalledEveryDaySoThatItsSnapshotStaysReady(Apps apps) {
    assertThatJson(signIn(apps, "dev").untagged("RegisterUserReady"))
        .whenIgnoringPaths("Description")
        .isEqualTo(
            """
            {
              "ScheduleExpression": "rate(1 day)",
              "State": "ENABLED",
              "Targets": [{"Arn": "${RegisterUser/Live}", "Id": "Target0", "Input": "{}"}]
            }
            """);
  }

  private static ReadableTemplate signIn(Apps apps, String stage) {
    return ReadableTemplate.of(apps.stage(stage), SynthesizedApp.SIGN_IN);
  }
}
