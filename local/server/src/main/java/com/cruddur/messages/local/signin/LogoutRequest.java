package com.cruddur.messages.local.signin;

import com.cruddur.messages.local.web.Cors;
import com.cruddur.messages.local.web.HttpAnswer;

/// A request to end the session. There is none to end, the login asks every time; what is left is
/// to lead back, by OpenID Connect's parameter or by Cognito's.
///
/// See <https://openid.net/specs/openid-connect-rpinitiated-1_0.html> and
/// <https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html>
///
/// @param form the query, or what was posted
record LogoutRequest(Form form) {
  /// @param cors whose pages may be returned to
  HttpAnswer answer(Cors cors) {
    var back =
        form.get("logout_uri").isEmpty()
            ? form.get("post_logout_redirect_uri")
            : form.get("logout_uri");
    return cors.isOurs(back)
        ? HttpAnswer.empty(302).with("location", back)
        : HttpAnswer.of(400, "text/plain", "It is not allowed to lead back to this page.\n");
  }
}
