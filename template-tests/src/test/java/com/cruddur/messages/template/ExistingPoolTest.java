package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Synthesis.class)
class ExistingPoolTest {
  private final Variant variant;

  ExistingPoolTest(Apps apps) {
    this.variant =
        Variant.of(
            apps,
            """
            {
              "signIn": {
                "existing": {"userPoolId": "eu-west-3_AbCdEf", "clientIds": ["one", "two"]}
              }
            }
            """);
  }

  @Test
  void poolIsLeftAloneAndMayCallTheFunctionThatRegisters() {
    assertThat(variant.missing())
        .containsExactlyInAnyOrder(
            "SignIn/Pool",
            "SignIn/Pool/PostConfirmationCognito",
            "SignIn/Pool/PreSignUpCognito",
            "SignIn/Pool/Web",
            "SignIn/Pool/Pages");
    assertThat(variant.added())
        .singleElement()
        .satisfies(
            permission ->
                assertThatJson(variant.template(SynthesizedApp.SIGN_IN).properties(permission))
                    .isEqualTo(
                        """
                        {
                          "Action": "lambda:InvokeFunction",
                          "FunctionName": "${RegisterUser/Live}",
                          "Principal": "cognito-idp.amazonaws.com",
                          "SourceArn": "arn:${AWS::Partition}:cognito-idp:${AWS::Region}\
                        :${AWS::AccountId}:userpool/eu-west-3_AbCdEf"
                        }
                        """));
  }

  @Test
  void apiTakesTheTokensOfItsClients() {
    assertThatJson(variant.template(SynthesizedApp.MESSAGING).properties("MessagingApi/Api/Jwt"))
        .inPath("$.JwtConfiguration")
        .isEqualTo(
            """
            {
              "Issuer": "https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/eu-west-3_AbCdEf",
              "Audience": ["one", "two"]
            }
            """);
  }

  @Test
  void ownerIsToldWhichFunctionToMakeTheTrigger() {
    assertThat(variant.template(SynthesizedApp.SIGN_IN).outputs())
        .containsEntry("PostConfirmationTrigger", "${RegisterUser/Live}");
    assertThat(variant.template(SynthesizedApp.MESSAGING).outputs())
        .containsEntry("UserPoolId", "eu-west-3_AbCdEf")
        .containsEntry("UserPoolClientId", "one,two")
        .doesNotContainKey("SignInDomain");
  }
}
