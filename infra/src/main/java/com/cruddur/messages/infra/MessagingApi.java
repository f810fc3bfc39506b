package com.cruddur.messages.infra;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.infra.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// The HTTP API: a route for each [Route], with the authorizer wherever that says so. Preflights
/// are answered by the API itself, before any authorizer, so no route is made for them.
final class MessagingApi extends Construct {
  private final HttpApi api;

  /// @param origins of the front ends that may call
  /// @param functions what answers each route
  MessagingApi(
      Construct scope,
      String id,
      Settings settings,
      List<String> origins,
      TokenIssuer issuer,
      Map<Route, ? extends IFunction> functions) {
    super(scope, id);
    this.api =
        HttpApi.Builder.create(this, "Api")
            .apiName(StageStack.nameOf(settings, "Api"))
            .corsPreflight(cors(origins))
            .createDefaultStage(false)
            .build();
    addStage(settings);
    var authorizer =
        HttpJwtAuthorizer.Builder.create("Jwt", issuer.url(Stack.of(this)))
            .jwtAudience(issuer.clientIds())
            .build();
    for (var route : Route.values()) {
      var options =
          AddRoutesOptions.builder()
              .path(route.path())
              .methods(List.of(HttpMethod.valueOf(route.method())))
              .integration(new HttpLambdaIntegration(route.name(), functions.get(route)));
      switch (route.access()) {
        case SIGNED_IN -> options.authorizer(authorizer);
        case PUBLIC -> {}
      }
      api.addRoutes(options.build());
    }
  }

  HttpApi api() {
    return api;
  }

  /// The address of the API, without a slash at its end.
  String url() {
    return api.getApiEndpoint();
  }

  private static CorsPreflightOptions cors(List<String> origins) {
    var methods = Arrays.stream(Route.values()).map(Route::method).distinct();
    return CorsPreflightOptions.builder()
        .allowOrigins(origins)
        .allowMethods(methods.map(CorsHttpMethod::valueOf).toList())
        .allowHeaders(List.of("authorization", "content-type", "idempotency-key"))
        .exposeHeaders(List.of("link"))
        .maxAge(Duration.hours(1))
        .build();
  }

  private void addStage(Settings settings) {
    var log =
        LogGroup.Builder.create(this, "AccessLog")
            .retention(settings.functions().logRetention())
            .removalPolicy(settings.retainData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build();
    HttpStage.Builder.create(this, "Stage")
        .httpApi(api)
        .stageName("$default")
        .autoDeploy(true)
        .throttle(
            ThrottleSettings.builder()
                .rateLimit(settings.api().requestsPerSecond())
                .burstLimit(settings.api().burst())
                .build())
        .accessLogSettings(new AccessLog(log))
        .build();
  }
}
