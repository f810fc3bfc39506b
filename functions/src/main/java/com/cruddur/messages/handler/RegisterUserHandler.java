package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;

/// A confirmed sign-up becomes a user: the trigger that Cognito calls after the confirmation.
public final class RegisterUserHandler
    implements RequestHandler<
        CognitoUserPoolPostConfirmationEvent, CognitoUserPoolPostConfirmationEvent> {
  @Override
  public CognitoUserPoolPostConfirmationEvent handleRequest(
      CognitoUserPoolPostConfirmationEvent event, Context context) {
    return event;
  }
}
