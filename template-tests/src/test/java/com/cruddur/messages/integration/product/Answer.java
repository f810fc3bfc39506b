package com.cruddur.messages.integration.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The answer to a request.
///
/// @param headers by lower-case name
public record Answer(int status, Map<String, String> headers, String body) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([^\"]*)\"");

  /// The body.
  ///
  /// @throws AssertionError when it is no JSON
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON in " + this, e);
    }
  }

  /// A field of the body, which is an object.
  public String field(String name) {
    return json().path(name).textValue();
  }

  /// A field of every element of the body, which is an array.
  public List<String> all(String field) {
    return elements().map(element -> element.path(field).textValue()).toList();
  }

  /// The elements of the body whose field has this value.
  public List<JsonNode> where(String field, String value) {
    return elements().filter(element -> value.equals(element.path(field).textValue())).toList();
  }

  /// The error codes in the body.
  public List<String> codes() {
    return elements().map(JsonNode::textValue).toList();
  }

  private Stream<JsonNode> elements() {
    return StreamSupport.stream(json().spliterator(), false);
  }

  /// The query that the link with this relation asks, by name.
  public Optional<Map<String, String>> link(String relation) {
    return LINK.matcher(headers.getOrDefault("link", ""))
        .results()
        .filter(link -> link.group(2).equals(relation))
        .map(link -> query(URI.create(link.group(1))))
        .findFirst();
  }

  private static Map<String, String> query(URI uri) {
    var query = new LinkedHashMap<String, String>();
    for (var parameter : uri.getQuery().split("&")) {
      var parts = parameter.split("=", 2);
      query.put(parts[0], parts[1]);
    }
    return query;
  }
}
