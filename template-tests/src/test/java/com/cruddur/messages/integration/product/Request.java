package com.cruddur.messages.integration.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request of the HTTP API.
///
/// @param caller empty for nobody
/// @param path without the query
/// @param query names and values, not encoded
/// @param headers by lower-case name
public record Request(
    Optional<User> caller,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Optional<String> body) {
  private static final JsonMapper JSON = new JsonMapper();

  /// `GET path`, by nobody yet.
  public static Request get(String path) {
    return new Request(Optional.empty(), "GET", path, Map.of(), Map.of(), Optional.empty());
  }

  /// `POST path` with this body, by nobody yet.
  public static Request post(String path, String body) {
    var json = Map.of("content-type", "application/json");
    return new Request(Optional.empty(), "POST", path, Map.of(), json, Optional.of(body));
  }

  /// `POST path` with these fields, by nobody yet.
  public static Request post(String path, Map<String, ?> fields) {
    try {
      return post(path, JSON.writeValueAsString(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// The same by `user`.
  public Request by(User user) {
    return new Request(Optional.of(user), method, path, query, headers, body);
  }

  /// The same with this query.
  public Request query(Map<String, String> parameters) {
    return new Request(caller, method, path, parameters, headers, body);
  }

  /// The same with one more header.
  public Request header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(caller, method, path, query, more, body);
  }
}
