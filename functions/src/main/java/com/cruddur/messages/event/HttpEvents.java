package com.cruddur.messages.event;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/// Requests and answers of an HTTP API, [payload format
/// 2.0](https://docs.aws.amazon.com/apigateway/latest/developerguide/).
final class HttpEvents {
  private HttpEvents() {}

  static APIGatewayV2HTTPEvent read(JsonParser json) throws IOException {
    var event = new APIGatewayV2HTTPEvent();
    Fields.read(
        json,
        name -> {
          switch (name) {
            case "routeKey" -> event.setRouteKey(Fields.text(json));
            case "rawPath" -> event.setRawPath(Fields.text(json));
            case "headers" -> event.setHeaders(Fields.texts(json));
            case "queryStringParameters" -> event.setQueryStringParameters(Fields.texts(json));
            case "pathParameters" -> event.setPathParameters(Fields.texts(json));
            case "requestContext" -> event.setRequestContext(requestContext(json));
            case "body" -> event.setBody(Fields.text(json));
            case "isBase64Encoded" -> event.setIsBase64Encoded(json.getValueAsBoolean());
            default -> json.skipChildren();
          }
        });
    return event;
  }

  private static RequestContext requestContext(JsonParser json) throws IOException {
    var context = new RequestContext();
    Fields.read(
        json,
        name -> {
          if (name.equals("authorizer")) {
            context.setAuthorizer(authorizer(json));
          } else {
            json.skipChildren();
          }
        });
    return context;
  }

  private static Authorizer authorizer(JsonParser json) throws IOException {
    var authorizer = new Authorizer();
    Fields.read(
        json,
        name -> {
          if (name.equals("jwt")) {
            authorizer.setJwt(jwt(json));
          } else {
            json.skipChildren();
          }
        });
    return authorizer;
  }

  private static Authorizer.JWT jwt(JsonParser json) throws IOException {
    var jwt = new Authorizer.JWT();
    Fields.read(
        json,
        name -> {
          if (name.equals("claims")) {
            jwt.setClaims(Fields.texts(json));
          } else {
            json.skipChildren();
          }
        });
    return jwt;
  }

  static void write(APIGatewayV2HTTPResponse response, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("statusCode", response.getStatusCode());
    json.writeObjectFieldStart("headers");
    for (var header : response.getHeaders().entrySet()) {
      json.writeStringField(header.getKey(), header.getValue());
    }
    json.writeEndObject();
    json.writeStringField("body", response.getBody());
    json.writeBooleanField("isBase64Encoded", response.getIsBase64Encoded());
    json.writeEndObject();
  }
}
