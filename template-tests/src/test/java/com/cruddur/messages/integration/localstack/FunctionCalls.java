package com.cruddur.messages.integration.localstack;

import com.cruddur.messages.handler.RegisterUserHandler;
import com.cruddur.messages.integration.product.Answer;
import com.cruddur.messages.integration.product.Request;
import com.cruddur.messages.integration.product.User;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/// Calls the functions as API Gateway and Cognito do.
record FunctionCalls(LambdaClient lambda, Deployment deployment) {
  private static final JsonMapper JSON = new JsonMapper();

  /// As API Gateway: a function that failed is a 500.
  Answer call(Request request) {
    var event = GatewayEvent.of(request);
    var response = invoke(event.route().handler(), event.json());
    if (response.functionError() != null) {
      return new Answer(500, Map.of(), "{\"message\":\"Internal Server Error\"}");
    }
    var answer = read(response.payload().asUtf8String());
    var headers = new LinkedHashMap<String, String>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().textValue()));
    return new Answer(
        answer.path("statusCode").intValue(), headers, answer.path("body").textValue());
  }

  /// As Cognito when a sign-up is confirmed.
  ///
  /// @return the new user
  /// @throws IllegalStateException when the trigger failed
  User signUp() {
    var handle = "it-" + UUID.randomUUID();
    var sub = UUID.randomUUID().toString();
    var event =
        Map.of(
            "version",
            "1",
            "triggerSource",
            "PostConfirmation_ConfirmSignUp",
            "region",
            "us-east-1",
            "userPoolId",
            "us-east-1_local",
            "userName",
            sub,
            "callerContext",
            Map.of("awsSdkVersion", "", "clientId", "local"),
            "request",
            Map.of("userAttributes", attributes(handle, sub)),
            "response",
            Map.of());
    var response = invoke(RegisterUserHandler.class, write(event));
    Optional.ofNullable(response.functionError())
        .ifPresent(
            error -> {
              throw new IllegalStateException(error + ": " + response.payload().asUtf8String());
            });
    return new User(handle, sub);
  }

  private static Map<String, String> attributes(String handle, String sub) {
    return Map.of(
        "sub",
        sub,
        "preferred_username",
        handle,
        "name",
        "A Test",
        "email",
        handle + "@example.com",
        "cognito:user_status",
        "CONFIRMED");
  }

  private InvokeResponse invoke(Class<?> handler, String event) {
    return lambda.invoke(
        call ->
            call.functionName(deployment.function(handler))
                .payload(SdkBytes.fromUtf8String(event)));
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON from the function: " + json, e);
    }
  }
}
