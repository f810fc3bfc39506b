package com.cruddur.messages.testing;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The answer to a request.
public record Answer(int status, Map<String, String> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([^\"]*)\"");

  static Answer of(APIGatewayV2HTTPResponse response) {
    return new Answer(response.getStatusCode(), response.getHeaders(), response.getBody());
  }

  public JsonNode object() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + body, e);
    }
  }

  /// A field of each element of the array.
  public List<String> all(String field) {
    var values = new ArrayList<String>();
    object().forEach(element -> values.add(element.get(field).textValue()));
    return values;
  }

  /// The error codes.
  public List<String> codes() {
    var values = new ArrayList<String>();
    object().forEach(code -> values.add(code.textValue()));
    return values;
  }

  /// The query that the link with this relation asks, by name.
  public Optional<Map<String, String>> link(String relation) {
    var links = LINK.matcher(headers.getOrDefault("link", ""));
    while (links.find()) {
      if (links.group(2).equals(relation)) {
        var query = new HashMap<String, String>();
        for (var parameter : URI.create(links.group(1)).getQuery().split("&")) {
          query.put(parameter.split("=", 2)[0], parameter.split("=", 2)[1]);
        }
        return Optional.of(query);
      }
    }
    return Optional.empty();
  }
}
