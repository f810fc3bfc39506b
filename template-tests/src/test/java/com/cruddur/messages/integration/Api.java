package com.cruddur.messages.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.integration.product.Answer;
import com.cruddur.messages.integration.product.Request;
import com.cruddur.messages.integration.product.Target;
import com.cruddur.messages.integration.product.User;
import com.cruddur.messages.integration.product.Users;
import java.time.Duration;
import java.util.Map;

/// The API in the words of the tests.
record Api(Target target) {
  // How long an inbox may take to follow: a stream function starts cold first.
  private static final Duration INBOX_LIMIT = Duration.ofSeconds(60);

  Users users() {
    return target.users();
  }

  /// Pattern A.
  Answer list(User caller, String group, Map<String, String> query) {
    var path = Route.LIST_MESSAGES.path().replace("{message_group_uuid}", group);
    return target.call(Request.get(path).by(caller).query(query));
  }

  /// Pattern B.
  Answer inbox(User caller) {
    return target.call(Request.get(Route.LIST_MESSAGE_GROUPS.path()).by(caller));
  }

  /// `POST /api/messages`, patterns C and D.
  Answer post(User caller, Map<String, String> fields) {
    return target.call(sending(fields).by(caller));
  }

  static Request sending(Map<String, String> fields) {
    return Request.post(Route.CREATE_MESSAGE.path(), fields);
  }

  /// The short profile, asked for by nobody.
  Answer profile(String handle) {
    return target.call(Request.get(Route.SHOW_USER.path().replace("{handle}", "@" + handle)));
  }

  /// Sends into a conversation and returns the message's uuid.
  String send(User caller, String group, String text) {
    var answer = post(caller, Map.of("message", text, "message_group_uuid", group));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.field("uuid");
  }

  /// Sends to somebody and returns the conversation's uuid.
  String sendTo(User caller, User receiver, String text) {
    var answer = post(caller, Map.of("message", text, "handle", receiver.handle()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.field("message_group_uuid");
  }

  /// Waits until both inboxes show the conversation once, with `text` as its last message.
  void awaitInInboxes(String group, String text, User one, User other) {
    await("the inboxes show the last message")
        .atMost(INBOX_LIMIT)
        .untilAsserted(
            () -> {
              assertShows(one, group, text, other);
              assertShows(other, group, text, one);
            });
  }

  private void assertShows(User reader, String group, String text, User other) {
    assertThat(inbox(reader).where("uuid", group))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.path("message").textValue()).isEqualTo(text);
              assertThat(row.path("handle").textValue()).isEqualTo(other.handle());
            });
  }
}
