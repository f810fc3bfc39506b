package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import java.util.Map;

/// What Cognito wants back from [RegisterUserHandler]: the event it gave, with a response. The
/// library's class leaves the response out; for this trigger it is empty.
public final class ConfirmedSignUp extends CognitoUserPoolPostConfirmationEvent {
  ConfirmedSignUp(CognitoUserPoolPostConfirmationEvent event) {
    super(
        event.getVersion(),
        event.getTriggerSource(),
        event.getRegion(),
        event.getUserPoolId(),
        event.getUserName(),
        event.getCallerContext(),
        event.getRequest());
  }

  /// Nothing that Cognito should change.
  public Map<String, String> getResponse() {
    return Map.of();
  }
}
