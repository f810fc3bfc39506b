package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Pattern A.
class ListMessagesHandlerTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void listsTheMessagesOldestFirst() {
    var group = product.conversation(product.andrew, product.bayko, "one");
    var two = product.send(product.bayko, group, "two");

    var answer = product.list(product.andrew, group);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.all("message")).containsExactly("one", "two");
    var last = answer.object().get(1);
    assertThat(last.get("uuid")).isEqualTo(two.object().get("uuid"));
    assertThat(last.get("handle").textValue()).isEqualTo(product.bayko.handle());
    assertThat(last.get("display_name").textValue()).isEqualTo("Andrew Bayko");
    assertThat(last.get("created_at")).isEqualTo(two.object().get("created_at"));
    assertThat(last.size()).isEqualTo(5);
  }

  @Test
  void onlyMembersRead() {
    var group = product.conversation(product.andrew, product.bayko, "secret");
    var nobody = new Person(UUID.randomUUID(), "nobody", "Nobody", "sub-of-nobody");
    var stranger = product.list(product.loren, group);
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(stranger.codes()).containsExactly("message_group_not_found");
    assertThat(product.list(product.loren, UUID.randomUUID())).isEqualTo(stranger);
    assertThat(product.list(nobody, group)).isEqualTo(stranger);
  }

  @Test
  void aMemberWhoseInboxRowThePythonServiceLostReads() {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, product.andrew, product.bayko, "2026-05-01T00:00:00", "a");
    product.rows().delete(product.rows().inbox(product.bayko.uuid(), group).getFirst());
    assertThat(product.list(product.bayko, group).all("message")).containsExactly("a");
    assertThat(product.list(product.andrew, group).all("message")).containsExactly("a");
    assertThat(product.list(product.loren, group).status()).isEqualTo(404);
  }

  @Test
  void whoeverIsShownByHisOwnRowAloneShutsNobodyOut() {
    var group = UUID.randomUUID();
    product
        .rows()
        .put(
            "GRP#" + product.andrew.uuid(),
            "2026-05-01T00:00:00",
            "message_group_uuid",
            group + "",
            "message",
            "a");
    assertThat(product.list(product.andrew, group).status()).isEqualTo(200);
    product.rows().pythonInboxRow(group, product.bayko, product.andrew, "2026-05-01T00:00:00", "a");
    assertThat(product.list(product.bayko, group).status()).isEqualTo(200);
  }

  @Test
  void aStrangerCostsTwoRequestsAndAConversationOfNobodyFour() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.knows(product.loren);
    product.faults.none();
    product.list(product.loren, group);
    assertThat(product.faults.operations()).containsExactly("GetItem", "Query");
    product.faults.none();
    product.list(product.loren, UUID.randomUUID());
    assertThat(product.faults.operations()).containsExactly("GetItem", "Query", "Query", "Query");
  }

  @Test
  void aPageCostsTwoRequests() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.knows(product.bayko);
    product.faults.none();
    product.list(product.bayko, group);
    assertThat(product.faults.operations()).containsExactly("GetItem", "Query");
  }

  @Test
  void allCodesThatApplyAreNamed() {
    var answer =
        product.call(
            Route.LIST_MESSAGES,
            null,
            Request.path("message_group_uuid", "not-a-uuid")
                .query(Map.of("limit", "0", "cursor", "?", "year", "x")));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.codes())
        .containsExactlyInAnyOrder(
            "message_group_uuid_invalid",
            "cognito_user_id_blank",
            "limit_invalid",
            "cursor_invalid",
            "year_invalid");
  }

  @Test
  void aRowThatCannotBeReadHidesNothingElse() {
    var group = product.conversation(product.andrew, product.bayko, "one");
    product.rows().put("MSG#" + group, "no time", "message", "x");
    product.rows().put("MSG#" + group, "2026-05-03T00:00:00", "message_uuid", "no uuid");
    product.rows().put("MSG#" + group, "2026-05-03T00:00:01", "message", "no uuid at all");
    product.rows().put("MSG#" + group, "2026-05-03T00:00:02", "message_uuid", group + "");
    product.rows().put("MSG#" + group, "2026-05-03T00:00:03");
    product.send(product.andrew, group, "two");
    assertThat(product.list(product.andrew, group).all("message")).containsExactly("one", "two");
  }

  @Test
  void aMessageWhoseSenderHasNoNameIsShown() {
    var group = product.conversation(product.andrew, product.bayko, "one");
    var uuid = UUID.randomUUID().toString();
    product
        .rows()
        .put("MSG#" + group, "2026-05-03T00:00:02", "message_uuid", uuid, "message", "nameless");
    var answer = product.list(product.andrew, group);
    assertThat(answer.all("message")).containsExactly("nameless", "one");
    assertThat(answer.all("handle").getFirst()).isEmpty();
  }
}
