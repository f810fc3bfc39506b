package com.cruddur.messages.http;

import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.message.RefusedException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// JSON in and out, streamed: the functions read one small object and write small arrays, and a
/// data-binding library would cost more at a cold start than it saves here.
public final class Json {
  // Without its table of field names, which all requests would share: names that collide there,
  // and a sender chooses them, make it fail for others later on.
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  private Json() {}

  /// Something that writes itself as one JSON value.
  @FunctionalInterface
  public interface Value {
    void write(JsonGenerator json) throws IOException;
  }

  /// Reads the `known` fields of an object. Other fields are skipped, whatever they hold; a field
  /// that is null is taken as absent, as the Python service took it; of a field that stands twice
  /// the last one counts.
  ///
  /// @throws RefusedException `body_invalid` when `text` is not one JSON object, or a known field
  ///     is not a string of Unicode characters
  public static Map<String, String> readStrings(String text, Set<String> known) {
    try (var json = FACTORY.createParser(text)) {
      var fields = new HashMap<String, String>();
      require(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        readField(json, known, fields);
      }
      require(json.nextToken() == null);
      return fields;
    } catch (JsonProcessingException e) {
      // Its message quotes the body, so it goes no further.
      throw new RefusedException(ErrorCode.BODY_INVALID);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readField(JsonParser json, Set<String> known, Map<String, String> fields)
      throws IOException {
    var name = json.currentName();
    var token = json.nextToken();
    if (!known.contains(name)) {
      json.skipChildren();
      return;
    }
    require(token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL);
    if (token == JsonToken.VALUE_NULL) {
      fields.remove(name);
      return;
    }
    var value = json.getText();
    // Half a surrogate pair is no character; UTF-8 could not carry it to the table and back.
    require(value.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    fields.put(name, value);
  }

  private static void require(boolean valid) {
    if (!valid) {
      throw new RefusedException(ErrorCode.BODY_INVALID);
    }
  }

  /// Writes `value` as JSON text.
  public static String write(Value value) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(text)) {
      value.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
