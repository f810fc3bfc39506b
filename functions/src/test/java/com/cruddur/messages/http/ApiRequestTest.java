package com.cruddur.messages.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class ApiRequestTest {
  @Test
  void aPathParameterThatIsNullIsTakenAsMissing() {
    var event =
        APIGatewayV2HTTPEvent.builder()
            .withPathParameters(Collections.singletonMap("message_group_uuid", null))
            .build();
    assertThat(new ApiRequest(event).pathParameter("message_group_uuid")).isEmpty();
  }
}
