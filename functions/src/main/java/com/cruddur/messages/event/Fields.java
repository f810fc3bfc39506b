package com.cruddur.messages.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Reads an object field by field. The parser stands on a value's first token before and on its
/// last one after.
final class Fields {
  private Fields() {}

  /// What is done with a field.
  @FunctionalInterface
  interface Reader {
    /// @param name of the field, on whose value the parser stands
    void read(String name) throws IOException;
  }

  /// Gives every field to `reader`, which skips what it does not know.
  ///
  /// @return whether there is an object
  static boolean read(JsonParser json, Reader reader) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return false;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      reader.read(name);
    }
    return true;
  }

  /// A text, or a number or a truth value as it is written; null for anything else.
  static String text(JsonParser json) throws IOException {
    var text = json.currentToken().isScalarValue() ? json.getValueAsString() : null;
    json.skipChildren();
    return text;
  }

  /// An object of texts; null where there is none.
  static Map<String, String> texts(JsonParser json) throws IOException {
    var texts = new HashMap<String, String>();
    return read(json, name -> texts.put(name, text(json))) ? texts : null;
  }
}
