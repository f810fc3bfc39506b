package com.cruddur.messages.integration.localstack;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.integration.product.Request;
import com.cruddur.messages.integration.product.User;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayEventTest {
  private static final User SOMEBODY = new User("somebody", "his-sub");

  @Test
  void carriesTheRequestAndTheClaimsOfTheCaller() {
    var request =
        Request.get("/api/messages/7").by(SOMEBODY).query(Map.of("limit", "2")).header("x-a", "b");
    var event = GatewayEvent.of(request);
    assertThat(event.route()).isEqualTo(Route.LIST_MESSAGES);
    assertThatJson(event.json())
        .isEqualTo(
            """
            {"version": "2.0", "routeKey": "GET /api/messages/{message_group_uuid}",
             "rawPath": "/api/messages/7", "rawQueryString": "", "headers": {"x-a": "b"},
             "queryStringParameters": {"limit": "2"},
             "pathParameters": {"message_group_uuid": "7"},
             "requestContext": {
               "authorizer": {"jwt": {"claims": {"sub": "his-sub"}}},
               "http": {"method": "GET", "path": "/api/messages/7"},
               "requestId": "${json-unit.any-string}", "stage": "$default",
               "routeKey": "GET /api/messages/{message_group_uuid}"},
             "isBase64Encoded": false}
            """);
  }

  @Test
  void publicRouteHasNoClaimsAndABodyIsText() {
    var profile = GatewayEvent.of(Request.get("/api/users/@a/short").by(SOMEBODY)).json();
    assertThatJson(profile).node("requestContext.authorizer").isAbsent();
    assertThatJson(profile).node("pathParameters.handle").isEqualTo("@a");
    var sending = GatewayEvent.of(Request.post("/api/messages", "{\"a\":1}")).json();
    assertThatJson(sending).node("body").isString().isEqualTo("{\"a\":1}");
  }

  @Test
  void otherPathIsNoRoute() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GatewayEvent.of(Request.get("/api/messages")))
        .withMessage("no route GET /api/messages");
  }
}
