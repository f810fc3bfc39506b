package com.cruddur.messages.local.signin;

import java.util.List;
import java.util.stream.Collectors;

/// The page on which one says who one is. A form that posts the handle to the address it came from.
///
/// @param accounts offered as buttons
/// @param refused a handle that nobody has, or null at the first attempt
record LoginPage(List<Account> accounts, String refused) {
  String html() {
    return """
    <!doctype html>
    <html lang="en">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Sign in · Cruddur Messages</title>
      <link rel="stylesheet" href="style.css">
    </head>
    <body>
      <main>
        <h1>Who are you today?</h1>
        <p class="hint">A local sign-in in the place of Cognito: no passwords.</p>
        %s
        <form method="post">%s
        </form>
        <form method="post">
          <label for="handle">Another handle</label>
          <input id="handle" name="handle" required autocomplete="off" autocapitalize="none">
          <button class="main">Sign in</button>
        </form>
      </main>
    </body>
    </html>
    """
        .formatted(refusal(), buttons());
  }

  private String refusal() {
    return refused == null
        ? ""
        : "<p role=\"alert\" class=\"error\">There is no user with the handle “%s”.</p>"
            .formatted(escape(refused));
  }

  private String buttons() {
    return accounts.stream()
        .map(
            account ->
                """

                <button name="handle" value="%s"><b>%s</b> @%s</button>\
                """
                    .formatted(
                        escape(account.handle()),
                        escape(account.displayName()),
                        escape(account.handle())))
        .collect(Collectors.joining());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
