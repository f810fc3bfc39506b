package com.cruddur.messages.local.signin;

import com.cruddur.messages.http.Json;
import com.cruddur.messages.local.web.Cors;
import com.cruddur.messages.local.web.HttpAnswer;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where users of the local environment sign in, mounted under [#PATH].
///
/// The code flow goes through a page that asks for a handle; the password grant takes a handle as
/// user name and any password. A handle nobody has is refused by both.
public final class SignIn implements HttpHandler {
  /// Where it is mounted; the issuer's path.
  public static final String PATH = "/sign-in";

  /// The one client there is: a public one, like a single-page application's in Cognito.
  public static final String CLIENT_ID = "cruddur-messages-local";

  private static final String AUTHORIZE = "/authorize";
  private static final String TOKEN = "/token";
  private static final String LOGOUT = "/endsession";
  private static final String STYLE = "/style.css";
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String KEYS = "/jwks";
  private static final String USER = "/userinfo";
  private static final String REVOKE = "/revoke";

  private final String issuer;
  private final Accounts accounts;
  private final Cors cors;
  private final OpenIdProvider provider;

  /// @param site the address of the local server, without a path
  /// @param cors whose pages may be returned to, and may call
  public SignIn(URI site, Accounts accounts, Cors cors) {
    this.issuer = site + PATH;
    this.accounts = accounts;
    this.cors = cors;
    this.provider =
        new OpenIdProvider(
            URI.create(issuer), new CognitoClaims(PATH.substring(1), CLIENT_ID, accounts));
  }

  /// The issuer of the tokens.
  public String issuer() {
    return issuer;
  }

  /// The keys that its tokens are checked with.
  public JWKSet keys() {
    return provider.keys();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var preflight = cors.preflight(exchange);
      var answer =
          preflight.isPresent() ? preflight.get() : cors.permit(exchange, answer(exchange));
      answer
          .with("cache-control", "no-store")
          // No form-action: browsers apply it to where the answer to a form leads, too.
          .with(
              "content-security-policy",
              "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
          .with("x-content-type-options", "nosniff")
          .send(exchange);
    }
  }

  private HttpAnswer answer(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var path = uri.getRawPath().substring(PATH.length());
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return switch (exchange.getRequestMethod() + " " + path) {
      case "GET " + AUTHORIZE -> login(uri.getRawQuery(), null);
      case "GET " + STYLE -> style();
      case "GET " + LOGOUT -> new LogoutRequest(Form.parse(uri.getRawQuery())).answer(cors);
      case "POST " + LOGOUT -> new LogoutRequest(Form.parse(body)).answer(cors);
      case "POST " + AUTHORIZE -> authorize(uri.getRawQuery(), Form.parse(body));
      case "POST " + TOKEN -> token(Form.parse(body));
      case "GET " + DISCOVERY, "GET " + KEYS, "GET " + USER -> provide(exchange, path, body);
      case "POST " + REVOKE -> provide(exchange, path, body);
      default -> HttpAnswer.of(404, "text/plain", "There is nothing here.\n");
    };
  }

  // Only what is listed: the library itself redirects to any page, under more names than ours.
  private HttpAnswer provide(HttpExchange exchange, String path, String body) {
    var authorization = exchange.getRequestHeaders().getFirst("authorization");
    return provider.answer(exchange.getRequestMethod(), path, authorization, body);
  }

  private HttpAnswer login(String query, String refused) {
    var request = Form.parse(query);
    if (!request.get("client_id").equals(CLIENT_ID)) {
      return HttpAnswer.of(400, "text/plain", "There is no client with this client_id.\n");
    }
    // A code must reach no page but ours.
    if (!cors.isOurs(request.get("redirect_uri"))) {
      return HttpAnswer.of(400, "text/plain", "This redirect_uri is not allowed.\n");
    }
    var page = new LoginPage(accounts.some(), refused).html();
    return HttpAnswer.of(refused == null ? 200 : 422, "text/html; charset=utf-8", page);
  }

  private static HttpAnswer style() throws IOException {
    try (var in = SignIn.class.getResourceAsStream("style.css")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return HttpAnswer.of(200, "text/css; charset=utf-8", text);
    }
  }

  private HttpAnswer authorize(String query, Form form) {
    var asked = login(query, form.get("handle"));
    if (asked.status() == 400) {
      return asked;
    }
    return accounts
        .byHandle(form.get("handle").strip().replaceFirst("^@", ""))
        .map(account -> provider.answer("POST", AUTHORIZE + "?" + query, null, login(account)))
        .orElse(asked);
  }

  private static String login(Account account) {
    var claims =
        Json.write(
            json -> {
              json.writeStartObject();
              for (var claim : CognitoClaims.of(account, CLIENT_ID).entrySet()) {
                json.writeStringField(claim.getKey(), claim.getValue());
              }
              json.writeEndObject();
            });
    return new Form(Map.of("username", account.cognitoUserId(), "claims", claims)).encode();
  }

  private HttpAnswer token(Form form) {
    if (!form.get("client_id").equals(CLIENT_ID)) {
      return refusal("invalid_client", "there is no client with this client_id");
    }
    if (!form.get("grant_type").equals("password")) {
      return provider.answer("POST", TOKEN, null, form.encode());
    }
    return accounts
        .byHandle(form.get("username"))
        .map(account -> form.with("username", account.cognitoUserId()).encode())
        .map(body -> provider.answer("POST", TOKEN, null, body))
        .orElseGet(() -> refusal("invalid_grant", "there is no user with this handle"));
  }

  private static HttpAnswer refusal(String error, String description) {
    return HttpAnswer.of(
        400,
        "application/json",
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeStringField("error", error);
              json.writeStringField("error_description", description);
              json.writeEndObject();
            }));
  }
}
