package com.cruddur.messages.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.message.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A request of the HTTP API, out of an API Gateway event of [payload format
/// 2.0](https://docs.aws.amazon.com/apigateway/latest/developerguide/).
public record ApiRequest(APIGatewayV2HTTPEvent event) {
  /// The caller: the `sub` of the token that the authorizer has checked. Empty on a public route,
  /// and where no authorizer ran (`sam local invoke`).
  public Optional<String> sub() {
    return Optional.ofNullable(event.getRequestContext())
        .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims)
        .map(claims -> claims.get("sub"))
        .filter(sub -> !sub.isBlank());
  }

  /// The path as called, without the query.
  public String path() {
    return event.getRawPath();
  }

  /// A parameter of the route's path, decoded; empty when it is not there.
  public String pathParameter(String name) {
    return Optional.ofNullable(event.getPathParameters())
        .map(parameters -> parameters.get(name))
        .orElse("");
  }

  /// A parameter of the query, decoded; empty when it is not there.
  public Optional<String> query(String name) {
    return Optional.ofNullable(event.getQueryStringParameters())
        .map(parameters -> parameters.get(name));
  }

  /// A header by its lower-case name.
  public Optional<String> header(String name) {
    return Optional.ofNullable(event.getHeaders()).map(headers -> headers.get(name));
  }

  // Without token and body, which must reach no log.
  @Override
  public String toString() {
    return "ApiRequest[" + path() + "]";
  }

  /// The body as text, an absent one as the empty text.
  ///
  /// @throws RefusedException `body_invalid` when it is not Base64 where it says so, or not UTF-8
  public String body() {
    var body = Optional.ofNullable(event.getBody()).orElse("");
    if (!event.getIsBase64Encoded()) {
      return body;
    }
    try {
      var bytes = Base64.getDecoder().decode(body);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new RefusedException(ErrorCode.BODY_INVALID);
    }
  }
}
