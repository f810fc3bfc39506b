package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent.Request;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stores;
import com.cruddur.messages.user.HandleTakenException;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.RegisterUser;
import com.cruddur.messages.user.UserDirectoryUnavailableException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterUserHandlerTest {
  private static final int RACERS = 16;

  @RegisterExtension final Product product = new Product();

  private final String sub = UUID.randomUUID().toString();
  private final String handle = "new-" + UUID.randomUUID();

  @Test
  void aConfirmedSignUpIsAUser() {
    register(signUp(Map.of("name", "New User")));
    assertThat(rows("cognito_user_id = '%s' AND handle = '%s'".formatted(sub, handle))).isOne();
    assertThat(rows("handle = '%s' AND email = 'new@example.com'".formatted(handle))).isOne();
    assertThat(product.users().byCognitoUserId(sub))
        .hasValueSatisfying(
            user -> {
              assertThat(user.handle()).isEqualTo(handle);
              assertThat(user.displayName()).isEqualTo("New User");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void whoGivesNoNameIsCalledByTheHandle(String name) {
    register(signUp(Map.of("name", name)));
    assertThat(product.users().byHandle(handle).orElseThrow().displayName()).isEqualTo(handle);
  }

  @Test
  void cognitoGetsItsEventBackWithAResponse() {
    var event = event("PostConfirmation_ConfirmSignUp", signUp(Map.of()));
    var answer = new ByteArrayOutputStream();
    JacksonFactory.getInstance()
        .getSerializer(ConfirmedSignUp.class)
        .toJson(handler().handleRequest(event, Product.context()), answer);
    assertThat(answer.toString(StandardCharsets.UTF_8))
        .contains("\"userName\":\"somebody\"", "\"sub\":\"" + sub + "\"", "\"response\":{}");
  }

  @Test
  void aRepeatedTriggerChangesNothing() {
    register(signUp(Map.of()));
    register(signUp(Map.of("name", "Another Name")));
    assertThat(rows("cognito_user_id = '%s'".formatted(sub))).isOne();
    assertThat(product.users().byHandle(handle).orElseThrow().displayName()).isEqualTo(handle);
  }

  @Test
  void aTriggerRepeatedAtTheSameTimeMakesOneRow() throws Exception {
    var failures = race(racer -> signUp(Map.of()));
    assertThat(failures).isEmpty();
    assertThat(rows("cognito_user_id = '%s'".formatted(sub))).isOne();
  }

  @Test
  void aHandleOfSomebodyElseIsRefusedAndSaidSo() {
    var taken = signUp(Map.of("preferred_username", product.andrew.handle()));
    assertThatThrownBy(() -> register(taken))
        .isInstanceOf(HandleTakenException.class)
        .hasMessageContaining("sign up again with another");
    assertThat(rows("handle = '%s'".formatted(product.andrew.handle()))).isOne();
    assertThat(product.users().byCognitoUserId(sub)).isEmpty();
  }

  @Test
  void ofManyWhoWantAHandleAtTheSameTimeOneGetsIt() throws Exception {
    var failures = race(racer -> signUp(Map.of("sub", sub + racer)));
    assertThat(failures).hasSize(RACERS - 1).hasOnlyElementsOfType(HandleTakenException.class);
    assertThat(rows("handle = '%s'".formatted(handle))).isOne();
  }

  @Test
  void aConfirmedForgottenPasswordChangesNothing() {
    var event = event("PostConfirmation_ConfirmForgotPassword", signUp(Map.of()));
    assertThat(handler().handleRequest(event, Product.context()).getUserName())
        .isEqualTo("somebody");
    assertThat(product.users().byCognitoUserId(sub)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "preferred_username", "email"})
  void aMissingAttributeIsNamed(String attribute) {
    var incomplete = signUp(Map.of());
    incomplete.remove(attribute);
    assertThatThrownBy(() -> register(incomplete))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no " + attribute)
        .hasMessageNotContainingAny("new@example.com");
    assertThat(rows("handle = '%s'".formatted(handle))).isZero();
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidWithoutTheSignUp() {
    var nowhere =
        new RegisterUserHandler(
            new RegisterUser(new PostgresConnection("jdbc:postgresql://127.0.0.1:1/x?user=u")));
    var event = event("PostConfirmation_ConfirmSignUp", signUp(Map.of()));
    assertThatThrownBy(() -> nowhere.handleRequest(event, Product.context()))
        .isInstanceOf(UserDirectoryUnavailableException.class)
        .hasMessageNotContainingAny("new@example.com", handle);
  }

  @Test
  void whatTheDatabaseRefusesIsNotQuoted() {
    assertThatThrownBy(() -> register(signUp(Map.of("email", "new@example.com\0"))))
        .isInstanceOf(UserDirectoryUnavailableException.class)
        .hasMessageNotContainingAny("new@example.com", handle)
        .hasNoCause();
  }

  @Test
  void noConnectionIsKept() {
    product.users().close();
    register(signUp(Map.of()));
    assertThat(product.stores().noConnectionIsLeft()).isTrue();
  }

  @Test
  void aSignUpThatWaitsForAnotherGivesUpBeforeCognitoDoes() throws Exception {
    try (var connection = DriverManager.getConnection(product.stores().databaseUrl());
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(Stores.resource("/com/cruddur/messages/user/register-user-lock.sql"));
      assertThatThrownBy(() -> register(signUp(Map.of())))
          .isInstanceOf(UserDirectoryUnavailableException.class)
          // query_canceled
          .hasMessageContaining("57014");
    }
  }

  private RegisterUserHandler handler() {
    return new RegisterUserHandler(
        new RegisterUser(new PostgresConnection(product.stores().databaseUrl())));
  }

  private void register(Map<String, String> attributes) {
    handler().handleRequest(event("PostConfirmation_ConfirmSignUp", attributes), Product.context());
  }

  private Map<String, String> signUp(Map<String, String> changes) {
    var attributes = new HashMap<String, String>();
    attributes.put("sub", sub);
    attributes.put("preferred_username", handle);
    attributes.put("email", "new@example.com");
    attributes.putAll(changes);
    return attributes;
  }

  private static CognitoUserPoolPostConfirmationEvent event(
      String source, Map<String, String> attributes) {
    return CognitoUserPoolPostConfirmationEvent.builder()
        .withTriggerSource(source)
        .withUserName("somebody")
        .withRequest(Request.builder().withUserAttributes(attributes).build())
        .build();
  }

  private interface SignUps {
    Map<String, String> of(int racer);
  }

  // What the racers failed with.
  private List<Throwable> race(SignUps signUps) throws InterruptedException {
    var calls = new ArrayList<Callable<Void>>();
    for (var i = 0; i < RACERS; i++) {
      var attributes = signUps.of(i);
      calls.add(
          () -> {
            register(attributes);
            return null;
          });
    }
    var failures = new ArrayList<Throwable>();
    try (var threads = Executors.newFixedThreadPool(RACERS)) {
      for (Future<Void> call : threads.invokeAll(calls)) {
        try {
          call.get();
        } catch (ExecutionException e) {
          failures.add(e.getCause());
        }
      }
    }
    return failures;
  }

  private int rows(String condition) {
    return product.stores().count("SELECT count(*) FROM public.users WHERE " + condition);
  }
}
