package com.cruddur.messages.handler;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.testing.CognitoEvent;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.user.HandleTakenException;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.RegisterUser;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreSignUpTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void aHandleOfSomebodyElseIsRefusedBeforeThereIsAnAccount() {
    assertThatThrownBy(() -> preSignUp(product.andrew.handle().toUpperCase(ROOT)))
        .isInstanceOf(HandleTakenException.class)
        .hasMessageContaining("choose another");
  }

  @Test
  void aHandleOfNobodyIsLetPassAndMakesNoRowYet() {
    var handle = "new-" + UUID.randomUUID();
    preSignUp(handle);
    assertThat(product.database().byHandle(handle)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"andrew brown", "andrew/brown", "аndrew", "andrew\u200b", "@andrew"})
  void aHandleThatCouldBeTakenForAnotherOrHasNoAddressIsRefused(String none) {
    assertThatThrownBy(() -> preSignUp(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("letters (a to z)");
  }

  // Before there is an account there is no sub.
  private void preSignUp(String handle) {
    var attributes = Map.of("preferred_username", handle, "email", "new@example.com");
    new RegisterUserHandler(
            new RegisterUser(new PostgresConnection(product.stores().databaseUrl())))
        .handleRequest(CognitoEvent.of("PreSignUp_SignUp", attributes), Product.context());
  }
}
