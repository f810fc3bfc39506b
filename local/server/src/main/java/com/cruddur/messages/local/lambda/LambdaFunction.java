package com.cruddur.messages.local.lambda;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.cruddur.messages.event.EventSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/// A function as Lambda's Java runtime calls it: JSON in, the handler, JSON out, through the
/// serializer that it brings along, so that a field it would lose is lost here too.
public final class LambdaFunction<E, R> {
  private final String name;
  private final RequestHandler<E, R> handler;
  private final Class<E> event;
  private final CustomPojoSerializer json;

  /// @param name the function's name, for its context
  /// @param handler any number of events may be in it at the same time
  /// @param event what it takes, an event type of AWS's
  public LambdaFunction(String name, RequestHandler<E, R> handler, Class<E> event) {
    this(name, handler, event, new EventSerializer());
  }

  /// @param json what it brings along to read its events and write its answers with
  public LambdaFunction(
      String name, RequestHandler<E, R> handler, Class<E> event, CustomPojoSerializer json) {
    this.name = name;
    this.handler = handler;
    this.event = event;
    this.json = json;
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
    E input = json.fromJson(new ByteArrayInputStream(event), this.event);
    var response = handler.handleRequest(input, new InvocationContext(name, requestId));
    var output = new ByteArrayOutputStream();
    json.toJson(response, output, response.getClass());
    return output.toByteArray();
  }
}
