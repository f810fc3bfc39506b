package com.cruddur.messages.event;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;

/// What Lambda's Java runtime reads events and writes answers with; it finds this class through
/// `META-INF/services`.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/java-custom-serialization.html>
public final class EventSerializer implements CustomPojoSerializer {
  // Without the table of names that all calls would share: headers are the caller's to choose.
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          // The runtime's stream is the runtime's to close.
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  /// @throws UncheckedIOException when `input` is no JSON
  /// @throws IllegalArgumentException when no function takes such a `type`
  @Override
  public <T> T fromJson(InputStream input, Type type) {
    try (var json = FACTORY.createParser(input)) {
      return read(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As of a stream.
  @Override
  public <T> T fromJson(String input, Type type) {
    try (var json = FACTORY.createParser(input)) {
      return read(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws UncheckedIOException when `output` does not take it
  /// @throws IllegalArgumentException when no function answers with such a `type`
  @Override
  public <T> void toJson(T value, OutputStream output, Type type) {
    try (var json = FACTORY.createGenerator(output)) {
      // Not a switch over types, which costs a cold start some milliseconds.
      if (value instanceof APIGatewayV2HTTPResponse response) {
        HttpEvents.write(response, json);
      } else if (value instanceof StreamsEventResponse response) {
        StreamEvents.write(response, json);
      } else if (value instanceof Map<?, ?> map) {
        JsonTree.write(map, json);
      } else {
        throw unknown(type);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // Each branch reads what `type` names.
  private static <T> T read(JsonParser json, Type type) throws IOException {
    json.nextToken();
    if (type == APIGatewayV2HTTPEvent.class) {
      return (T) HttpEvents.read(json);
    }
    if (type == DynamodbEvent.class) {
      return (T) StreamEvents.read(json);
    }
    if (type == Map.class
        || type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
      return (T) JsonTree.read(json);
    }
    throw unknown(type);
  }

  private static IllegalArgumentException unknown(Type type) {
    return new IllegalArgumentException("no function takes or returns " + type.getTypeName());
  }
}
