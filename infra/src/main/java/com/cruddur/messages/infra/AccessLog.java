package com.cruddur.messages.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogDestination;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogSettings;
import software.amazon.awscdk.services.apigatewayv2.LogGroupLogDestination;
import software.amazon.awscdk.services.logs.LogGroup;

/// What the API logs of a request: a JSON object with what, how long and from where. No token and
/// nothing that a token says, no body and no query, and the route in place of the path, which may
/// hold a handle.
///
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html>
///
/// @param group where it is logged
record AccessLog(LogGroup group) implements IAccessLogSettings {
  @Override
  public IAccessLogDestination getDestination() {
    return new LogGroupLogDestination(group);
  }

  @Override
  public AccessLogFormat getFormat() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("requestId", "$context.requestId");
    fields.put("requestTime", "$context.requestTime");
    fields.put("routeKey", "$context.routeKey");
    fields.put("status", "$context.status");
    fields.put("responseLength", "$context.responseLength");
    fields.put("responseLatency", "$context.responseLatency");
    fields.put("integrationLatency", "$context.integrationLatency");
    fields.put("integrationStatus", "$context.integrationStatus");
    fields.put("integrationError", "$context.integrationErrorMessage");
    fields.put("authorizerError", "$context.authorizer.error");
    fields.put("sourceIp", "$context.identity.sourceIp");
    fields.put("error", "$context.error.message");
    try {
      return AccessLogFormat.custom(new ObjectMapper().writeValueAsString(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
