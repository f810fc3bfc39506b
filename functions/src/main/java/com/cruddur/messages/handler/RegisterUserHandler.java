package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import com.cruddur.messages.user.PostgresConnection;
import com.cruddur.messages.user.PostgresUserDirectory;
import com.cruddur.messages.user.RegisterUser;
import com.cruddur.messages.user.SignUp;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// A confirmed sign-up becomes a user. Cognito calls this trigger, waits 5 seconds for it, calls it
/// again if it did not answer, and shows the message of an exception to whoever signs up.
///
/// See "Post confirmation Lambda trigger" in
/// <https://docs.aws.amazon.com/cognito/latest/developerguide/>
public final class RegisterUserHandler
    implements RequestHandler<CognitoUserPoolPostConfirmationEvent, ConfirmedSignUp> {
  // The other source, PostConfirmation_ConfirmForgotPassword, is of somebody who is registered.
  private static final String SIGN_UP = "PostConfirmation_ConfirmSignUp";

  private final RegisterUser registerUser;

  @SuppressWarnings("unused") // CRaC holds it weakly, so this keeps it.
  private SnapStart snapStart;

  /// Composed from the environment, as Lambda starts it.
  public RegisterUserHandler() {
    LambdaLog.install();
    var database = PostgresConnection.fromEnvironment(RegisterUser.PATIENCE);
    this(new RegisterUser(database));
    var users = new PostgresUserDirectory(database, InstantSource.system());
    snapStart =
        SnapStart.beforeSnapshot(
            () -> users.byCognitoUserId(Nobody.SUB),
            () -> handleRequest(new CognitoUserPoolPostConfirmationEvent(), null),
            database::close);
  }

  public RegisterUserHandler(RegisterUser registerUser) {
    this.registerUser = registerUser;
  }

  @Override
  public ConfirmedSignUp handleRequest(
      CognitoUserPoolPostConfirmationEvent event, Context context) {
    if (SIGN_UP.equals(event.getTriggerSource())) {
      registerUser.register(SignUp.of(attributes(event)));
    }
    return new ConfirmedSignUp(event);
  }

  private static Map<String, String> attributes(CognitoUserPoolPostConfirmationEvent event) {
    return Optional.ofNullable(event.getRequest())
        .map(CognitoUserPoolPostConfirmationEvent.Request::getUserAttributes)
        .orElse(Map.of());
  }
}
