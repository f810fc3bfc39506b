package com.cruddur.messages.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class ApiRequestTest {
  private final APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
  private final ApiRequest request = new ApiRequest(event);

  @Test
  void whatIsNullIsNotThere() {
    event.setPathParameters(Collections.singletonMap("handle", null));
    event.setQueryStringParameters(Collections.singletonMap("limit", null));
    event.setHeaders(Collections.singletonMap("idempotency-key", null));
    assertThat(request.pathParameter("handle")).isEmpty();
    assertThat(request.query("limit")).isEmpty();
    assertThat(request.header("idempotency-key")).isEmpty();
    assertThat(request.body()).isEmpty();
  }

  @Test
  void anEventWithoutAnythingNamesNobody() {
    assertThat(request.pathParameter("handle")).isEmpty();
    assertThat(request.query("limit")).isEmpty();
    assertThat(request.header("idempotency-key")).isEmpty();
    assertThat(request.sub()).isEmpty();
  }
}
