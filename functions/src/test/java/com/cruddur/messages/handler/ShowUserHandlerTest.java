package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.Answer;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowUserHandlerTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void showsTheShortProfileToAnybody() {
    var answer = show("@" + product.andrew.handle());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"uuid\":\"%s\",\"handle\":\"%s\",\"display_name\":\"Andrew Brown\"}"
                .formatted(product.andrew.uuid(), product.andrew.handle()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@nobody", "@", "nobody", "@a\u0000b", "@' OR '1'='1", "@%"})
  void whoIsNotThereIsNotFound(String segment) {
    var answer = show(segment);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.codes()).containsExactly("user_not_found");
  }

  @Test
  void aHandleWithoutAtIsNotFound() {
    assertThat(show(product.andrew.handle()).status()).isEqualTo(404);
  }

  private Answer show(String segment) {
    return product.call(Route.SHOW_USER, null, Request.path("handle", segment));
  }
}
