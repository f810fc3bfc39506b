package com.cruddur.messages.infra.settings;

import static com.cruddur.messages.infra.settings.Field.field;

import java.util.List;

/// The HTTP API.
///
/// @param origins of the front ends, exactly as a browser sends them: they may call the API, and
///     sign-in leads back to them
/// @param requestsPerSecond of all callers together in the long run
/// @param burst of all callers together at once
public record ApiSettings(List<String> origins, Integer requestsPerSecond, Integer burst) {
  public ApiSettings {
    field("origins").required(origins, "the front ends' origins, such as https://app.example.com");
    field("origins").check(!origins.isEmpty(), "are none; write one at least");
    for (var i = 0; i < origins.size(); i++) {
      var name = "origins[" + i + "]";
      field(name).required(origins.get(i), "an origin such as https://app.example.com");
      field(name).check(isOrigin(origins.get(i)), "is no origin; write https://app.example.com");
    }
    origins = List.copyOf(origins);
    atLeastOne("requestsPerSecond", requestsPerSecond);
    atLeastOne("burst", burst);
  }

  // Without TLS only from the developer's own machine, as Cognito demands of a callback, too. A
  // browser leaves out the port it takes by itself.
  private static boolean isOrigin(String text) {
    return text.matches(
            "https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?|http://localhost(:[0-9]{1,5})?")
        && !text.matches("https://.*:443|http://.*:80");
  }

  private static void atLeastOne(String name, Integer requests) {
    field(name).required(requests, "how many requests");
    field(name).check(requests >= 1, "is too small; write 1 or more");
  }
}
