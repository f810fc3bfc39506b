package com.cruddur.messages.local.gateway;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// Keeps the last event and answers as told.
final class EchoFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final AtomicReference<APIGatewayV2HTTPEvent> last = new AtomicReference<>();
  private final AtomicReference<APIGatewayV2HTTPResponse> answer =
      new AtomicReference<>(
          APIGatewayV2HTTPResponse.builder()
              .withStatusCode(200)
              .withHeaders(Map.of("content-type", "application/json"))
              .withBody("[]")
              .build());

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    last.set(event);
    if (answer.get() == null) {
      throw new IllegalStateException("with a secret in it");
    }
    return answer.get();
  }

  APIGatewayV2HTTPEvent last() {
    return last.get();
  }

  /// Null to fail.
  void answer(APIGatewayV2HTTPResponse response) {
    answer.set(response);
  }
}
