package com.cruddur.messages.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/// A function as Lambda's Java runtime calls it: JSON in, the handler, JSON out, through the
/// serializers the runtime uses, so that a field they would lose is lost here too.
public final class LambdaFunction<E, R> {
  private final String name;
  private final RequestHandler<E, R> handler;
  private final PojoSerializer<E> events;
  private final PojoSerializer<R> responses;

  /// @param name the function's name, for its context
  /// @param handler any number of events may be in it at the same time
  /// @param event what it takes, an event type of AWS's
  /// @param response what it answers
  public LambdaFunction(
      String name, RequestHandler<E, R> handler, Class<E> event, Class<R> response) {
    this.name = name;
    this.handler = handler;
    var loader = handler.getClass().getClassLoader();
    this.events = LambdaEventSerializers.serializerFor(event, loader);
    // What the runtime takes for a type that needs no event serializer of its own.
    this.responses = JacksonFactory.getInstance().getSerializer(response);
  }

  /// The ARN a function of this name has here.
  public static String arn(String name) {
    return "arn:aws:lambda:us-east-1:000000000000:function:" + name;
  }

  /// Calls the function.
  ///
  /// @param requestId names this call
  /// @param event UTF-8
  /// @return the response, UTF-8
  /// @throws RuntimeException whatever the handler threw
  public byte[] invoke(String requestId, byte[] event) {
    var input = events.fromJson(new ByteArrayInputStream(event));
    var response = handler.handleRequest(input, new InvocationContext(name, requestId));
    var output = new ByteArrayOutputStream();
    responses.toJson(response, output);
    return output.toByteArray();
  }
}
