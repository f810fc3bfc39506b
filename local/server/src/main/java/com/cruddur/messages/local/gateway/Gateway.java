package com.cruddur.messages.local.gateway;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.http.Route.Access;
import com.cruddur.messages.local.gateway.JwtAuthorizer.Verdict;
import com.cruddur.messages.local.lambda.LambdaFunction;
import com.cruddur.messages.local.web.Cors;
import com.cruddur.messages.local.web.HttpAnswer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP API: every [Route] with its function, and API Gateway's own answers to everything that
/// does not reach one. Logs neither tokens nor bodies.
///
/// @param functions the handler of every route
/// @param throttle for the whole API
/// @param json what the functions bring along to read their events and write their answers with
public record Gateway(
    Map<Route, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions,
    JwtAuthorizer authorizer,
    Cors cors,
    Throttle throttle,
    CustomPojoSerializer json)
    implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var preflight = cors.preflight(exchange);
      var answer =
          preflight.isPresent() ? preflight.get() : cors.permit(exchange, answer(exchange));
      answer.send(exchange);
    }
  }

  private HttpAnswer answer(HttpExchange exchange) throws IOException {
    if (!throttle.admit()) {
      return error(429, "Too Many Requests");
    }
    var match = RouteMatch.of(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    if (match.isEmpty()) {
      return error(404, "Not Found");
    }
    if (match.get().route().access() == Access.PUBLIC) {
      return call(exchange, match.get(), Optional.empty());
    }
    return switch (authorizer.authorize(exchange.getRequestHeaders().getFirst("authorization"))) {
      case Verdict.Allowed(var claims) -> call(exchange, match.get(), Optional.of(claims));
      case Verdict.Denied(var challenge) ->
          error(401, "Unauthorized").with("www-authenticate", challenge);
    };
  }

  private HttpAnswer call(HttpExchange exchange, RouteMatch match, Optional<JWTClaimsSet> claims)
      throws IOException {
    var contentType = exchange.getRequestHeaders().getFirst("content-type");
    var body = RequestBody.read(exchange.getRequestBody(), contentType);
    if (body.isEmpty()) {
      return error(413, "Request Too Long");
    }
    var at = authorizer.clock().instant();
    var event = new GatewayEvent(exchange, match, claims, body.get(), at).toMap();
    try {
      return invoke(match.route(), event);
    } catch (RuntimeException e) {
      LOG.error("{} failed", match.route().key(), e);
      return error(500, "Internal Server Error");
    }
  }

  private HttpAnswer invoke(Route route, Map<String, Object> event) throws IOException {
    var handler = functions.get(route);
    var function =
        new LambdaFunction<>(
            handler.getClass().getSimpleName(), handler, APIGatewayV2HTTPEvent.class, json);
    var response = function.invoke(UUID.randomUUID().toString(), JSON.writeValueAsBytes(event));
    return new FunctionResponse(JSON.readValue(response, Map.class)).toAnswer();
  }

  private static HttpAnswer error(int status, String message) {
    return HttpAnswer.of(status, "application/json", "{\"message\":\"" + message + "\"}");
  }
}
