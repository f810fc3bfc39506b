package com.cruddur.messages.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.UUID;

/// A function as Lambda's Java runtime calls it: JSON in, the handler, JSON out, through the
/// serializers the runtime uses, so that a field they would lose is lost here too.
///
/// @param handler any number of requests call it at the same time
record LambdaFunction(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
  /// Calls the function with `event` and returns its answer, both as plain JSON values.
  ///
  /// @throws RuntimeException whatever the handler threw
  Map<?, ?> invoke(Map<String, Object> event) {
    var request = serializer(Map.class);
    var json = new ByteArrayOutputStream();
    request.toJson(event, json);
    var typed =
        LambdaEventSerializers.serializerFor(
                APIGatewayV2HTTPEvent.class, LambdaFunction.class.getClassLoader())
            .fromJson(new ByteArrayInputStream(json.toByteArray()));
    var context =
        new InvocationContext(UUID.randomUUID().toString(), handler.getClass().getSimpleName());
    var response = handler.handleRequest(typed, context);
    var answer = new ByteArrayOutputStream();
    serializer(APIGatewayV2HTTPResponse.class).toJson(response, answer);
    return request.fromJson(new ByteArrayInputStream(answer.toByteArray()));
  }

  private static <T> PojoSerializer<T> serializer(Class<T> type) {
    return JacksonFactory.getInstance().getSerializer(type);
  }
}
