package com.cruddur.messages.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in and out lead back to our pages and to no others.
class RedirectTest {
  @RegisterExtension static final TestSignIn signIn = new TestSignIn();

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example/", "http://localhost:1/", ""})
  void codeGoesToNoOtherPage(String redirect) throws Exception {
    var query = signIn.authorization();
    query.put("redirect_uri", redirect);
    assertThat(signIn.get(TestSignIn.authorizePath(query)).statusCode()).isEqualTo(400);
    var answer = signIn.post(TestSignIn.authorizePath(query), Map.of("handle", "loren"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("location")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"logout_uri", "post_logout_redirect_uri"})
  void signingOutLeadsBackToOurPagesOnly(String parameter) throws Exception {
    var path = SignIn.PATH + "/endsession?" + parameter + "=";
    var answer = signIn.get(path + signIn.site() + "/");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).hasValue(signIn.site() + "/");
    for (var other : new String[] {"http://evil.example/", signIn.site() + ".evil.example/", ""}) {
      assertThat(signIn.get(path + other).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void signingOutByAFormLeadsBackToOurPagesOnly() throws Exception {
    var path = SignIn.PATH + "/endsession";
    var answer = signIn.post(path, Map.of("post_logout_redirect_uri", signIn.site() + "/"));
    assertThat(answer.headers().firstValue("location")).hasValue(signIn.site() + "/");
    var other = signIn.post(path, Map.of("post_logout_redirect_uri", "http://evil.example/"));
    assertThat(other.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%0d%0ax-evil:1", "/%00", "/a%20b", "@evil.example/"})
  void signingOutLeadsToNothingThatIsNoAddress(String end) throws Exception {
    var answer = signIn.get(SignIn.PATH + "/endsession?logout_uri=" + signIn.site() + end);
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /endsession",
        "HEAD /endsession",
        "PUT /endsession",
        "GET /%65ndsession",
        "GET /x/endsession",
        "GET /%61uthorize",
        "POST /x/authorize"
      })
  void noOtherNameOrMethodLeadsToAnotherPage(String request) throws Exception {
    var evil = "http://evil.example/";
    var query = signIn.authorization();
    query.put("redirect_uri", evil);
    query.put("post_logout_redirect_uri", evil);
    var parts = request.split(" ");
    var address = signIn.site() + SignIn.PATH + parts[1] + "?" + new Form(query).encode();
    var body = BodyPublishers.ofString(new Form(Map.of("username", "x")).encode());
    var answer = signIn.send(HttpRequest.newBuilder(URI.create(address)).method(parts[0], body));
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("location")).isEmpty();
  }
}
