package com.cruddur.messages.handler;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.testing.CognitoEvent;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.SleepingDatabase;
import com.cruddur.messages.testing.Stores;
import com.cruddur.messages.user.HandleTakenException;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.PostgresUserDirectory;
import com.cruddur.messages.user.RegisterUser;
import com.cruddur.messages.user.UserDirectoryUnavailableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterUserHandlerTest {
  private static final String HELD =
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted";
  private static final String WAITING =
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

  @RegisterExtension final Product product = new Product();

  private final String sub = UUID.randomUUID().toString();
  private final String handle = "new-" + UUID.randomUUID();

  @Test
  void aConfirmedSignUpIsAUser() {
    register(signUp(Map.of("name", "New User")));
    assertThat(rows("cognito_user_id = '%s' AND handle = '%s'".formatted(sub, handle))).isOne();
    assertThat(rows("handle = '%s' AND email = 'new@example.com'".formatted(handle))).isOne();
    assertThat(product.database().byCognitoUserId(sub))
        .hasValueSatisfying(
            user -> {
              assertThat(user.handle()).isEqualTo(handle);
              assertThat(user.displayName()).isEqualTo("New User");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000 "})
  void whoGivesNoNameIsCalledByTheHandle(String name) {
    register(signUp(Map.of("name", name)));
    assertThat(product.database().byHandle(handle).orElseThrow().displayName()).isEqualTo(handle);
  }

  // Otherwise an account would be confirmed that is no user's.
  @ParameterizedTest
  @ValueSource(strings = {"\u0000New\u0000 User", "New User\u0000"})
  void aNameIsKeptWithoutWhatPostgresCannotStore(String name) {
    register(signUp(Map.of("name", name)));
    assertThat(product.database().byHandle(handle).orElseThrow().displayName())
        .isEqualTo("New User");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PreSignUp_SignUp", "PostConfirmation_ConfirmSignUp"})
  void cognitoGetsItsEventBack(String source) {
    var event = CognitoEvent.of(source, signUp(Map.of()));
    assertThat(handler().handleRequest(event, Product.context())).isEqualTo(event);
  }

  @Test
  void aRepeatedTriggerChangesNothing() {
    register(signUp(Map.of()));
    register(signUp(Map.of("preferred_username", handle + "-2", "name", "Another Name")));
    assertThat(rows("cognito_user_id = '%s'".formatted(sub))).isOne();
    assertThat(product.database().byHandle(handle).orElseThrow().displayName()).isEqualTo(handle);
  }

  @Test
  void aTriggerRepeatedAtTheSameTimeMakesOneRow() throws Exception {
    assertThat(registerDuring(signUp(Map.of()))).isEmpty();
    assertThat(rows("cognito_user_id = '%s'".formatted(sub))).isOne();
  }

  @Test
  void aHandleOfSomebodyElseIsRefusedAndSaidSo() {
    var taken = signUp(Map.of("preferred_username", product.andrew.handle().toUpperCase(ROOT)));
    assertThatThrownBy(() -> register(taken))
        .isInstanceOf(HandleTakenException.class)
        .hasMessageContaining("choose another");
    assertThat(rows("handle = '%s'".formatted(product.andrew.handle()))).isOne();
    assertThat(product.database().byCognitoUserId(sub)).isEmpty();
  }

  @Test
  void whatKeepsTheFunctionReadyChangesNothing() {
    assertThat(handler().handleRequest(Map.of(), Product.context())).isEmpty();
  }

  @Test
  void ofTwoWhoWantAHandleAtTheSameTimeOneGetsIt() throws Exception {
    assertThat(registerDuring(signUp(Map.of("sub", "another-" + sub))))
        .containsInstanceOf(HandleTakenException.class);
    assertThat(rows("handle = '%s'".formatted(handle))).isOne();
  }

  @Test
  void aConfirmedForgottenPasswordChangesNothing() {
    var event = CognitoEvent.of("PostConfirmation_ConfirmForgotPassword", signUp(Map.of()));
    assertThat(handler().handleRequest(event, Product.context())).isEqualTo(event);
    assertThat(product.database().byCognitoUserId(sub)).isEmpty();
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
    var event = CognitoEvent.of("PostConfirmation_ConfirmSignUp", signUp(Map.of()));
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
    product.database().close();
    register(signUp(Map.of()));
    assertThat(product.stores().noConnectionIsLeft()).isTrue();
  }

  @Test
  void aSignUpWaitsForADatabaseThatHasGoneToSleep() throws Exception {
    try (var thread = Executors.newSingleThreadExecutor();
        var asleep = new SleepingDatabase(product.stores().databaseUrl())) {
      var patient =
          new RegisterUserHandler(
              new RegisterUser(new PostgresConnection(asleep.url(), RegisterUser.PATIENCE)));
      var event = CognitoEvent.of("PostConfirmation_ConfirmSignUp", signUp(Map.of()));
      var registration = thread.submit(() -> patient.handleRequest(event, Product.context()));
      asleep.awaitVisit();
      try (var lookUps = new PostgresUserDirectory(asleep.url())) {
        assertThatThrownBy(() -> lookUps.byHandle(handle))
            .isInstanceOf(UserDirectoryUnavailableException.class);
      }
      asleep.wakeUp();
      registration.get();
    }
    assertThat(rows("handle = '%s'".formatted(handle))).isOne();
  }

  @Test
  void aSignUpThatWasStoppedInTheMiddleKeepsNobodyWaiting() throws Exception {
    try (var stopped = lock()) {
      var deadline = Instant.now().plusSeconds(10);
      while (product.stores().count(HELD) > 0 && Instant.now().isBefore(deadline)) {
        Thread.onSpinWait();
      }
      register(signUp(Map.of()));
      assertThat(stopped.isValid(1)).isFalse();
    }
  }

  private RegisterUserHandler handler() {
    return new RegisterUserHandler(
        new RegisterUser(new PostgresConnection(product.stores().databaseUrl())));
  }

  private void register(Map<String, String> attributes) {
    handler()
        .handleRequest(
            CognitoEvent.of("PostConfirmation_ConfirmSignUp", attributes), Product.context());
  }

  private Map<String, String> signUp(Map<String, String> changes) {
    var attributes = new HashMap<String, String>();
    attributes.put("sub", sub);
    attributes.put("preferred_username", handle);
    attributes.put("email", "new@example.com");
    attributes.putAll(changes);
    return attributes;
  }

  // Registers while another registration, of this test's sub and handle, has written and not yet
  // committed; returns what it failed with.
  private Optional<Throwable> registerDuring(Map<String, String> attributes) throws Exception {
    try (var thread = Executors.newSingleThreadExecutor();
        var other = lock();
        var insert = other.createStatement()) {
      insert.execute(
          "INSERT INTO public.users (cognito_user_id, handle, display_name, email)"
              + " VALUES ('%s', '%s', 'First', 'first@example.com')".formatted(sub, handle));
      var registration = thread.submit(() -> register(attributes));
      while (!registration.isDone() && product.stores().count(WAITING) == 0) {
        Thread.onSpinWait();
      }
      other.commit();
      registration.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(e.getCause());
    }
  }

  // A transaction that holds the lock of all registrations.
  private Connection lock() throws SQLException {
    var connection = DriverManager.getConnection(product.stores().databaseUrl());
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(Stores.resource("/com/cruddur/messages/user/register-user-lock.sql"));
    }
    return connection;
  }

  private int rows(String condition) {
    return product.stores().count("SELECT count(*) FROM public.users WHERE " + condition);
  }
}
