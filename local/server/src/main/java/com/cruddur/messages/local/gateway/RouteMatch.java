package com.cruddur.messages.local.gateway;

import com.cruddur.messages.http.Route;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The route a request takes, with its path parameters.
///
/// @param parameters decoded; one whole segment each
record RouteMatch(Route route, Map<String, String> parameters) {
  /// Empty when no route has this method and path, which API Gateway answers 404 to, the wrong
  /// method included.
  ///
  /// @param rawPath as it stood in the request
  static Optional<RouteMatch> of(String method, String rawPath) {
    return Arrays.stream(Route.values())
        .filter(route -> route.method().equals(method))
        .flatMap(
            route ->
                match(route.path().split("/", -1), rawPath.split("/", -1))
                    .map(parameters -> new RouteMatch(route, parameters))
                    .stream())
        .findFirst();
  }

  private static Optional<Map<String, String>> match(String[] template, String[] path) {
    if (template.length != path.length) {
      return Optional.empty();
    }
    var parameters = new LinkedHashMap<String, String>();
    for (var i = 0; i < template.length; i++) {
      var segment = PercentCoding.decodePath(path[i]);
      if (template[i].startsWith("{")) {
        if (segment.isEmpty()) {
          return Optional.empty();
        }
        parameters.put(template[i].substring(1, template[i].length() - 1), segment);
      } else if (!template[i].equals(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
