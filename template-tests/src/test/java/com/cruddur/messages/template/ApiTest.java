package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.http.Route.Access;
import com.cruddur.messages.template.Synthesis.Apps;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Synthesis.class)
class ApiTest {
  private static final String API = "MessagingApi/Api";

  private final Apps apps;
  private final ReadableTemplate messaging;

  ApiTest(Apps apps) {
    this.apps = apps;
    this.messaging = ReadableTemplate.of(apps.dev(), SynthesizedApp.MESSAGING);
  }

  @Test
  void apiHasTheRoutesOfTheFunctionsAndNoOthers() {
    assertThat(messaging.ofType("AWS::ApiGatewayV2::Route").values())
        .extracting(route -> route.at("/Properties/RouteKey").textValue())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Route.values()).map(Route::key).toList())
        .doesNotContain("$default")
        .noneMatch(key -> key.startsWith("OPTIONS") || key.startsWith("ANY"));
  }

  @ParameterizedTest
  @EnumSource
  void routeLeadsToTheLiveAliasOfItsFunction(Route route) {
    assertThatJson(messaging.properties(nameOf(route)))
        .whenIgnoringPaths("AuthorizationType", "AuthorizerId")
        .isEqualTo(
            """
            {
              "ApiId": "${MessagingApi/Api}",
              "RouteKey": "%s",
              "Target": "integrations/${%s/%s}"
            }
            """
                .formatted(route.key(), nameOf(route), route.name()));
    assertThatJson(messaging.properties(nameOf(route) + "/" + route.name()))
        .isEqualTo(
            """
            {
              "ApiId": "${MessagingApi/Api}",
              "IntegrationType": "AWS_PROXY",
              "IntegrationUri": "${%s/Live}",
              "PayloadFormatVersion": "2.0"
            }
            """
                .formatted(idOf(route)));
  }

  @ParameterizedTest
  @EnumSource
  void apiMayInvokeTheLiveAliasForThatRouteOnly(Route route) {
    assertThatJson(messaging.properties(nameOf(route) + "/" + route.name() + "-Permission"))
        .isEqualTo(
            """
            {
              "Action": "lambda:InvokeFunction",
              "Principal": "apigateway.amazonaws.com",
              "FunctionName": "${%s/Live}",
              "SourceArn": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}\
            :${MessagingApi/Api}/*/*%s"
            }
            """
                .formatted(idOf(route), route.path()));
    assertThat(messaging.ofType("AWS::Lambda::Permission")).hasSize(Route.values().length);
  }

  @ParameterizedTest
  @EnumSource
  void routeAsksForATokenUnlessItIsPublic(Route route) {
    var properties = messaging.properties(nameOf(route));
    if (route.access() == Access.PUBLIC) {
      assertThat(properties.get("AuthorizationType").textValue()).isEqualTo("NONE");
      assertThat(properties.has("AuthorizerId")).isFalse();
    } else {
      assertThat(properties.get("AuthorizationType").textValue()).isEqualTo("JWT");
      assertThat(properties.get("AuthorizerId").textValue()).isEqualTo("${MessagingApi/Api/Jwt}");
    }
  }

  @Test
  void shortProfileIsTheOnlyPublicRoute() {
    assertThat(messaging.ofType("AWS::ApiGatewayV2::Route").values())
        .filteredOn(route -> !route.at("/Properties/AuthorizationType").asText().equals("JWT"))
        .singleElement()
        .extracting(route -> route.at("/Properties/RouteKey").textValue())
        .isEqualTo("GET /api/users/{handle}/short");
  }

  @Test
  void authorizerTakesTokensOfOurClientOfOurPool() {
    assertThatJson(messaging.properties(API + "/Jwt"))
        .isEqualTo(
            """
            {
              "ApiId": "${MessagingApi/Api}",
              "Name": "Jwt",
              "AuthorizerType": "JWT",
              "IdentitySource": ["$request.header.Authorization"],
              "JwtConfiguration": {
                "Issuer": "https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${SignIn/Pool}",
                "Audience": ["${SignIn/Pool/Web}"]
              }
            }
            """);
  }

  @ParameterizedTest
  @CsvSource({"dev, 50, 100", "prod, 500, 1000"})
  void stageIsThrottledAsItsSettingsSay(String stage, int requestsPerSecond, int burst) {
    assertThatJson(
            ReadableTemplate.of(apps.stage(stage), SynthesizedApp.MESSAGING)
                .untagged("MessagingApi/Stage"))
        .whenIgnoringPaths("AccessLogSettings.Format")
        .isEqualTo(
            """
            {
              "ApiId": "${MessagingApi/Api}",
              "StageName": "$default",
              "AutoDeploy": true,
              "DefaultRouteSettings": {
                "ThrottlingRateLimit": %d,
                "ThrottlingBurstLimit": %d
              },
              "AccessLogSettings": {"DestinationArn": "${MessagingApi/AccessLog.Arn}"}
            }
            """
                .formatted(requestsPerSecond, burst));
  }

  @Test
  void accessLogHoldsNoTokenNoClaimNoQueryNoBodyAndNoPathThatNamesAUser() {
    var format = messaging.properties("MessagingApi/Stage").at("/AccessLogSettings/Format");
    assertThatJson(format.textValue())
        .isEqualTo(
            """
            {
              "requestId": "$context.requestId",
              "requestTime": "$context.requestTime",
              "routeKey": "$context.routeKey",
              "status": "$context.status",
              "responseLength": "$context.responseLength",
              "responseLatency": "$context.responseLatency",
              "integrationLatency": "$context.integrationLatency",
              "integrationStatus": "$context.integrationStatus",
              "integrationError": "$context.integrationErrorMessage",
              "authorizerError": "$context.authorizer.error",
              "sourceIp": "$context.identity.sourceIp",
              "error": "$context.error.message"
            }
            """);
  }

  private static String nameOf(Route route) {
    return API + "/" + route.method() + route.path().replace("/", "--");
  }

  private static String idOf(Route route) {
    return DeployedFunction.valueOf(route.name()).id();
  }
}
