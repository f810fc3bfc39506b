package com.cruddur.messages.local.stream;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/// A handler of this process behind the serializers of Lambda's own runtime, so that it gets the
/// event it would get there.
public final class HandlerFunction implements StreamFunction {
  private final String name;
  private final RequestHandler<DynamodbEvent, StreamsEventResponse> handler;
  private final PojoSerializer<DynamodbEvent> events;
  private final PojoSerializer<StreamsEventResponse> responses;

  /// @param name the function's name, for its context
  public HandlerFunction(String name, RequestHandler<DynamodbEvent, StreamsEventResponse> handler) {
    this.name = name;
    this.handler = handler;
    var loader = handler.getClass().getClassLoader();
    this.events = LambdaEventSerializers.serializerFor(DynamodbEvent.class, loader);
    // What the runtime takes for a type that needs no event serializer of its own.
    this.responses = JacksonFactory.getInstance().getSerializer(StreamsEventResponse.class);
  }

  @Override
  public byte[] invoke(String requestId, byte[] event) {
    var input = events.fromJson(new ByteArrayInputStream(event));
    var response = handler.handleRequest(input, new InvocationContext(name, requestId));
    var output = new ByteArrayOutputStream();
    responses.toJson(response, output);
    return output.toByteArray();
  }
}
