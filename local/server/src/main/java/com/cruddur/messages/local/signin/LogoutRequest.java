package com.cruddur.messages.local.signin;

import com.cruddur.messages.local.web.Cors;
import com.cruddur.messages.local.web.HttpAnswer;

/// A request to end the session. There is none to end, the login asks every time; what is left is
/// to lead back, by OpenID Connect's parameter or by Cognito's.
///
/// See <https://openid.net/specs/openid-connect-rpinitiated-1_0.html> and
/// <https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html>
///
/// @param query of the request
record LogoutRequest(Form query) {
  /// @param cors whose pages may be returned to
  HttpAnswer answer(Cors cors) {
    var back =
        query.get("logout_uri").isEmpty()
            ? query.get("post_logout_redirect_uri")
            : query.get("logout_uri");
    return cors.isOurs(back)
        ? HttpAnswer.empty(302).with("location", back)
        : HttpAnswer.of(400, "text/plain", "It is not allowed to lead back to this page.\n");
  }
}
