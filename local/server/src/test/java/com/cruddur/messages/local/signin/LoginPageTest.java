package com.cruddur.messages.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What somebody sees who signs in.
class LoginPageTest {
  @RegisterExtension static final TestSignIn signIn = new TestSignIn();

  @Test
  void loginPageListsTheUsers() throws Exception {
    var page = signIn.get(TestSignIn.authorizePath(signIn.authorization()));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("andrewbrown", "Andrew Bayko", "value=\"loren\"");
  }

  @Test
  void handleNobodyHasIsRefusedOnThePage() throws Exception {
    var answer =
        signIn.post(
            TestSignIn.authorizePath(signIn.authorization()), Map.of("handle", "<b>nobody</b>"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("There is no user with the handle “&lt;b&gt;nobody&lt;/b&gt;”");
  }

  @Test
  void handleMayBeTypedWithItsSign() throws Exception {
    assertThat(signIn.redeem(signIn.code(" @loren ")).statusCode()).isEqualTo(200);
  }

  @Test
  void loginPageHasItsStyleAndNoScript() throws Exception {
    var page = signIn.get(TestSignIn.authorizePath(signIn.authorization()));
    assertThat(page.body()).contains("href=\"style.css\"");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'; style-src 'self'");
    var style = signIn.get(SignIn.PATH + "/style.css");
    assertThat(style.headers().firstValue("content-type")).hasValue("text/css; charset=utf-8");
    assertThat(style.body()).contains("color-scheme: light dark");
  }
}
