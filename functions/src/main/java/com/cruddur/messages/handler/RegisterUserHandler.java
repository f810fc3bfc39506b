package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.cruddur.messages.rehearsal.Rehearsal;
import com.cruddur.messages.rehearsal.RehearsalEvents;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.PostgresUserDirectory;
import com.cruddur.messages.user.RegisterUser;
import com.cruddur.messages.user.SignUp;
import java.util.HashMap;
import java.util.Map;

/// A sign-up becomes a user. Cognito calls this before it makes an account, when a handle that
/// somebody has can still be refused, and when the person has confirmed it, when the row is made.
///
/// It waits 5 seconds for an answer, calls again if there was none, shows the message of an
/// exception to whoever signs up, and wants its event back.
///
/// See "Pre sign-up" and "Post confirmation Lambda trigger" in
/// <https://docs.aws.amazon.com/cognito/latest/developerguide/>
public final class RegisterUserHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final RegisterUser registerUser;

  @SuppressWarnings("unused") // Whoever registers keeps it: CRaC does not.
  private SnapStart snapStart;

  /// Composed from the environment, as Lambda starts it.
  public RegisterUserHandler() {
    LambdaLog.install();
    var database = PostgresConnection.fromEnvironment(RegisterUser.PATIENCE);
    this(new RegisterUser(database));
    var users = new PostgresUserDirectory(database);
    snapStart =
        SnapStart.beforeSnapshot(
            users::rehearse,
            () -> registerUser.checkHandle(Nobody.SUB),
            new Rehearsal<Map<String, Object>, Map<String, Object>>(
                Map.class, _ -> this::handleRequest, RehearsalEvents.registerUser()),
            database::close);
  }

  public RegisterUserHandler(RegisterUser registerUser) {
    this.registerUser = registerUser;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    switch (String.valueOf(event.get("triggerSource"))) {
      case "PreSignUp_SignUp" -> registerUser.checkHandle(SignUp.handle(attributes(event)));
      case "PostConfirmation_ConfirmSignUp" -> registerUser.register(SignUp.of(attributes(event)));
      // Of somebody who is registered, or of nobody: what keeps the function ready.
      default -> {}
    }
    return event;
  }

  private static Map<String, String> attributes(Map<String, Object> event) {
    var attributes = new HashMap<String, String>();
    if (event.get("request") instanceof Map<?, ?> request
        && request.get("userAttributes") instanceof Map<?, ?> all) {
      all.forEach((name, value) -> attributes.put(name.toString(), value.toString()));
    }
    return attributes;
  }
}
