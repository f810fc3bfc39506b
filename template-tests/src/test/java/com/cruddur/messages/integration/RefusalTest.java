package com.cruddur.messages.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.integration.product.Request;
import com.cruddur.messages.integration.product.User;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the API does not do, and how it says so.
@ExtendWith(OnTarget.class)
class RefusalTest {
  @Test
  void strangerFindsNoConversationNeitherToReadNorToWrite(Api api) {
    var group = api.sendTo(api.users().sender(), api.users().receiver(), "Between us.");
    var stranger = api.users().newcomer();
    for (var nobodys : List.of(group, UUID.randomUUID().toString())) {
      var read = api.list(stranger, nobodys, Map.of());
      assertThat(read.status()).isEqualTo(404);
      assertThat(read.codes()).containsExactly("message_group_not_found");
      var written =
          api.post(stranger, Map.of("message", "Let me in", "message_group_uuid", nobodys));
      assertThat(written.status()).isEqualTo(404);
      assertThat(written.codes()).containsExactly("message_group_not_found");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Route.class,
      names = {"LIST_MESSAGES", "LIST_MESSAGE_GROUPS", "CREATE_MESSAGE"})
  void nobodyGetsInWithoutAValidToken(Route route, Api api) {
    api.target().needAuthorizer();
    var path = route.path().replace("{message_group_uuid}", UUID.randomUUID().toString());
    var request = route.method().equals("GET") ? Request.get(path) : Request.post(path, Map.of());
    assertThat(api.target().call(request).status()).isEqualTo(401);
    var liar = new User(api.users().sender().handle(), "no-token");
    assertThat(api.target().call(request.by(liar)).status()).isEqualTo(401);
  }

  static List<Arguments> refusedBodies() {
    return List.of(
        Arguments.of("no json", 400, List.of("body_invalid")),
        Arguments.of("[]", 400, List.of("body_invalid")),
        Arguments.of("{\"message\":1,\"handle\":\"x\"}", 400, List.of("body_invalid")),
        Arguments.of("{}", 422, List.of("user_reciever_handle_blank", "message_blank")),
        Arguments.of(
            "{\"message\":\"x\",\"message_group_uuid\":\"7\"}",
            422,
            List.of("message_group_uuid_invalid")),
        Arguments.of(
            "{\"message\":\"%s\",\"handle\":\"x\"}".formatted("x".repeat(1_025)),
            422,
            List.of("message_exceed_max_chars")));
  }

  @ParameterizedTest
  @MethodSource("refusedBodies")
  void bodyThatCannotBeAMessageIsRefused(String body, int status, List<String> codes, Api api) {
    var sender = api.users().sender();
    var answer = api.target().call(Request.post(Route.CREATE_MESSAGE.path(), body).by(sender));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.codes()).isEqualTo(codes);
  }

  @Test
  void blankMessageIsRefused(Api api) {
    var receiver = api.users().receiver().handle();
    var answer = api.post(api.users().sender(), Map.of("message", " \n", "handle", receiver));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.codes()).containsExactly("message_blank");
  }

  @Test
  void receiverMustBeSomebodyElseWhoExists(Api api) {
    var sender = api.users().sender();
    var nobody = api.post(sender, Map.of("message", "Hello?", "handle", "nobody-" + sender));
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.codes()).containsExactly("receiver_not_found");
    var himself = api.post(sender, Map.of("message", "Hello!", "handle", sender.handle()));
    assertThat(himself.status()).isEqualTo(422);
    assertThat(himself.codes()).containsExactly("receiver_is_sender");
  }

  @Test
  void shortProfileNeedsNoTokenAndKnowsOnlyWhoExists(Api api) {
    var handle = api.users().receiver().handle();
    var known = api.profile(handle);
    assertThat(known.status()).isEqualTo(200);
    assertThat(known.field("handle")).isEqualTo(handle);
    assertThat(UUID.fromString(known.field("uuid"))).isNotNull();
    assertThat(known.field("display_name")).isNotBlank();
    var unknown = api.profile("nobody-" + handle);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.codes()).containsExactly("user_not_found");
  }
}
