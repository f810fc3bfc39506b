package com.cruddur.messages.local.token;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// `bin/token HANDLE [--port N]`: prints an access token of that user.
///
/// Ends with 1 when there is no such user, with 2 when it was called wrongly, with 3 when the local
/// environment does not answer.
public final class TokenCommand {
  private static final String USAGE = "usage: bin/token HANDLE [--port N]";
  private static final String DEFAULT_PORT = "3000";
  // A constant of its own: referring to the sign-in would not load it, javac copies the text.
  private static final String CLIENT_ID = com.cruddur.messages.local.signin.SignIn.CLIENT_ID;
  private static final Pattern ACCESS_TOKEN =
      Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

  private TokenCommand() {}

  /// Runs it.
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    String handle = null;
    var port = DEFAULT_PORT;
    for (var i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--port") && i + 1 < arguments.length) {
        port = arguments[++i];
      } else if (arguments[i].startsWith("--port=")) {
        port = arguments[i].substring("--port=".length());
      } else if (!arguments[i].startsWith("-") && handle == null) {
        handle = arguments[i].replaceFirst("^@", "");
      } else {
        return fail(2, USAGE);
      }
    }
    if (handle == null || handle.isBlank() || !port.matches("[0-9]{1,5}")) {
      return fail(2, USAGE);
    }
    return print(handle, port);
  }

  private static int print(String handle, String port) {
    var site = "http://localhost:" + port;
    try {
      var connection =
          (HttpURLConnection) URI.create(site + "/sign-in/token").toURL().openConnection();
      connection.setDoOutput(true);
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(10_000);
      try (var body = connection.getOutputStream()) {
        body.write(form(handle).getBytes(StandardCharsets.UTF_8));
      }
      if (connection.getResponseCode() == 400) {
        return fail(1, "there is no user with the handle " + handle);
      }
      var answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var token = ACCESS_TOKEN.matcher(answer);
      if (!token.find()) {
        return fail(3, "what answers at " + site + " is not the local environment");
      }
      System.out.println(token.group(1));
      return 0;
    } catch (IOException e) {
      return fail(
          3, "the local environment does not answer at " + site + ": start it with bin/dev");
    }
  }

  private static String form(String handle) {
    return "grant_type=password&scope=openid&password=-&client_id="
        + CLIENT_ID
        + "&username="
        + URLEncoder.encode(handle, StandardCharsets.UTF_8);
  }

  private static int fail(int status, String line) {
    System.err.println("bin/token: " + line);
    return status;
  }
}
