package com.cruddur.messages.handler;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pattern C, and what C and D refuse alike.
class CreateMessageHandlerTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void answersWithTheMessageAsStored() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.at("2026-05-04T10:01:00.000001Z");

    var answer = product.send(product.bayko, group, "hi there");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .contains(entry("content-type", "application/json"), entry("cache-control", "no-store"));
    var stored = product.rows().messages(group).getLast();
    assertThat(answer.body())
        .isEqualTo(
            ("{\"message_group_uuid\":\"%s\",\"uuid\":\"%s\",\"display_name\":\"Andrew Bayko\","
                    + "\"handle\":\"%s\",\"message\":\"hi there\","
                    + "\"created_at\":\"2026-05-04T10:01:00.000001+00:00\"}")
                .formatted(group, stored.get("message_uuid").s(), product.bayko.handle()));
    assertThat(stored.get("sk").s()).isEqualTo("2026-05-04T10:01:00.000001+00:00");
    assertThat(stored.get("message").s()).isEqualTo("hi there");
    assertThat(stored.get("user_uuid").s()).isEqualTo(product.bayko.uuid().toString());
    assertThat(stored.get("user_handle").s()).isEqualTo(product.bayko.handle());
    assertThat(stored.get("user_display_name").s()).isEqualTo("Andrew Bayko");
    assertThat(stored).hasSize(7).doesNotContainKey("message_group_uuid");
  }

  @Test
  void messageCostsThreeRequests() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.knows(product.bayko);
    product.faults.none();
    product.send(product.bayko, group, "hi");
    assertThat(product.faults.operations()).containsExactly("GetItem", "Query", "PutItem");
  }

  @Test
  void theGroupDecidesWhenAHandleStandsBesideIt() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var answer =
        product.post(
            product.andrew,
            Map.of(
                "message", "x",
                "message_group_uuid", group.toString(),
                "handle", product.loren.handle()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.object().get("message_group_uuid").textValue()).isEqualTo(group.toString());
    assertThat(product.inbox(product.loren).all("uuid")).isEmpty();
  }

  @Test
  void anUpperCaseGroupUuidIsTheSameGroup() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var answer =
        product.post(
            product.andrew,
            Map.of("message", "x", "message_group_uuid", group.toString().toUpperCase()));
    assertThat(answer.object().get("message_group_uuid").textValue()).isEqualTo(group.toString());
  }

  @Test
  void aStrangerAndAGroupThatIsNotThereGetTheSameAnswer() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var stranger = product.send(product.loren, group, "let me in");
    var nothing = product.send(product.loren, UUID.randomUUID(), "hello?");
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(stranger.codes()).containsExactly("message_group_not_found");
    assertThat(nothing).isEqualTo(stranger);
    assertThat(product.rows().messages(group)).hasSize(1);
  }

  @Test
  void anUnknownSenderIsNamed() {
    var nobody = new Person(UUID.randomUUID(), "nobody", "Nobody", "sub-of-nobody");
    var answer = product.send(nobody, UUID.randomUUID(), "x");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.codes()).containsExactly("sender_not_found");
  }

  @Test
  void allCodesThatApplyAreNamed() {
    refuses(null, fields(), "cognito_user_id_blank", "user_reciever_handle_blank", "message_blank");
    refuses(
        product.andrew,
        fields("message_group_uuid", " ", "message", " \n"),
        "message_group_uuid_blank",
        "message_blank");
    refuses(
        product.andrew,
        fields("message_group_uuid", "1-1-1-1-1", "message", "x".repeat(1025)),
        "message_group_uuid_invalid",
        "message_exceed_max_chars");
  }

  @Test
  void aBlankGroupDoesNotFallBackToTheHandle() {
    refuses(
        product.andrew,
        fields("message_group_uuid", "", "handle", product.bayko.handle(), "message", "x"),
        "message_group_uuid_blank");
  }

  @Test
  void aFieldThatIsNullIsAbsentAsThePythonServiceTookIt() {
    refuses(
        product.andrew,
        fields("message", null, "handle", null),
        "user_reciever_handle_blank",
        "message_blank");
    var answer =
        product.post(
            product.andrew,
            fields("message", "x", "handle", product.bayko.handle(), "message_group_uuid", null));
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "\"text\"",
        "null",
        "{\"message\":1}",
        "{\"message\":{\"a\":1}}",
        "{\"message\":[\"a\"]}",
        "{\"message\":true}",
        "{\"handle\":5,\"message\":\"x\"}",
        "{\"message\":\"x\"",
        "{\"message\":\"x\"} {}",
        "{\"message\":\"\\ud800\"}",
        "{'message':'x'}",
      })
  void whatIsNoObjectOfStringsIsInvalid(String body) {
    var answer = product.call(Route.CREATE_MESSAGE, product.andrew, Request.empty().body(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.codes()).containsExactly("body_invalid");
  }

  @Test
  void deepNestingIsRefusedNotFollowed() {
    var body = "{\"x\":" + "[".repeat(100_000);
    var answer = product.call(Route.CREATE_MESSAGE, product.andrew, Request.empty().body(body));
    assertThat(answer.codes()).containsExactly("body_invalid");
  }

  @Test
  void fieldsItDoesNotKnowAreIgnored() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var body =
        "{\"mood\":{\"a\":[1,null]},\"message\":\"x\",\"n\":5,\"message_group_uuid\":\"%s\"}"
            .formatted(group);
    var answer = product.call(Route.CREATE_MESSAGE, product.andrew, Request.empty().body(body));
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void readsABase64Body() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var json = "{\"message\":\"schön 🚀\",\"message_group_uuid\":\"%s\"}".formatted(group);
    var base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    var answer =
        product.call(Route.CREATE_MESSAGE, product.andrew, Request.empty().base64Body(base64));
    assertThat(answer.object().get("message").textValue()).isEqualTo("schön 🚀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "/////w=="})
  void aBodyThatIsNoBase64OrNoUtf8IsInvalid(String body) {
    var answer =
        product.call(Route.CREATE_MESSAGE, product.andrew, Request.empty().base64Body(body));
    assertThat(answer.codes()).containsExactly("body_invalid");
  }

  @Test
  void everyTextComesBackAsItWasTyped() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    for (var text :
        List.of(
            "<b>&amp;\"'\\</b>", "a\u0000b", "🚀".repeat(1024), "  spaced  ", "\u202eabc", "é")) {
      var sent = product.send(product.andrew, group, text);
      assertThat(sent.object().get("message").textValue()).isEqualTo(text);
      assertThat(product.list(product.bayko, group).all("message").getLast()).isEqualTo(text);
    }
  }

  private void refuses(Person caller, Map<String, String> fields, String... codes) {
    var answer = product.post(caller, fields);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.codes()).containsExactly(codes);
    assertThat(product.rows().all()).isEmpty();
  }

  private static Map<String, String> fields(String... namesAndValues) {
    var fields = new HashMap<String, String>();
    var i = Arrays.asList(namesAndValues).iterator();
    while (i.hasNext()) {
      fields.put(i.next(), i.next());
    }
    return fields;
  }
}
