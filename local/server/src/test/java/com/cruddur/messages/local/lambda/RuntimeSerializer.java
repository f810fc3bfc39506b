package com.cruddur.messages.local.lambda;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;

/// What Lambda's runtime takes where a function brings no serializer: it reads and writes the whole
/// of an event class, so a test sees the whole event.
public final class RuntimeSerializer implements CustomPojoSerializer {
  @Override
  @SuppressWarnings("unchecked") // The type says what T is.
  public <T> T fromJson(InputStream input, Type type) {
    return LambdaEventSerializers.serializerFor(
            (Class<T>) type, RuntimeSerializer.class.getClassLoader())
        .fromJson(input);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T fromJson(String input, Type type) {
    return LambdaEventSerializers.serializerFor(
            (Class<T>) type, RuntimeSerializer.class.getClassLoader())
        .fromJson(input);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> void toJson(T value, OutputStream output, Type type) {
    JacksonFactory.getInstance().getSerializer((Class<T>) type).toJson(value, output);
  }
}
