package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Pattern B.
class ListMessageGroupsHandlerTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void listsTheConversationsNewestFirst() {
    var withBayko = product.conversation(product.andrew, product.bayko, "hello bayko");
    product.at("2026-05-04T11:00:00Z");
    var withLoren = product.conversation(product.loren, product.andrew, "hello andrew");

    var answer = product.inbox(product.andrew);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.all("uuid")).containsExactly(withLoren + "", withBayko + "");
    assertThat(answer.all("message")).containsExactly("hello andrew", "hello bayko");
    assertThat(answer.all("display_name")).containsExactly("Loren Ipsum", "Andrew Bayko");
    assertThat(answer.all("created_at"))
        .containsExactly("2026-05-04T11:00:00.000000+00:00", "2026-05-04T10:00:00.123456+00:00");
    assertThat(answer.object().get(0).size()).isEqualTo(5);
    assertThat(product.inbox(product.loren).all("uuid")).containsExactly(withLoren + "");
  }

  @Test
  void anEmptyInboxIsAnEmptyArray() {
    assertThat(product.inbox(product.loren).body()).isEqualTo("[]");
    assertThat(product.inbox(product.loren).status()).isEqualTo(200);
  }

  @Test
  void aTokenOfNobodyFindsNoUser() {
    var nobody = new Person(UUID.randomUUID(), "nobody", "Nobody", "sub-of-nobody");
    assertThat(product.inbox(nobody).status()).isEqualTo(404);
    assertThat(product.inbox(nobody).codes()).containsExactly("user_not_found");
  }

  @Test
  void aCallWithoutSubjectIsNamed() {
    var answer = product.inbox(null);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.codes()).containsExactly("cognito_user_id_blank");
  }

  @Test
  void pagesLeadThroughTheWholeInboxAcrossYears() {
    var wanted = new ArrayList<String>();
    for (var i = 0; i < 25; i++) {
      product.at("%d-03-01T00:00:00.%06dZ".formatted(2022 + i / 6, i));
      var group = product.conversation(product.person("P" + i), product.andrew, "m" + i);
      wanted.addFirst(group.toString());
    }
    assertThat(product.inbox(product.andrew).all("uuid")).isEqualTo(wanted.subList(0, 20));
    var found = new ArrayList<String>();
    var query = Optional.of(Map.of("limit", "10"));
    while (query.isPresent()) {
      var page = product.inbox(product.andrew, query.get());
      found.addAll(page.all("uuid"));
      query = page.link("next");
      assertThat(page.link("prev")).isEmpty();
    }
    assertThat(found).isEqualTo(wanted);
    assertThat(product.inbox(product.andrew, Map.of("year", "2022")).all("uuid")).hasSize(6);
  }

  @Test
  void rowsSoLargeThatDynamoDbStopsBeforeTheLimitAreAllListed() {
    var wanted = new ArrayList<String>();
    for (var i = 0; i < 6; i++) {
      var group = UUID.randomUUID();
      product
          .rows()
          .put(
              "GRP#" + product.andrew.uuid(),
              "2026-05-01T00:00:00.00000%d+00:00".formatted(i),
              "message_group_uuid",
              group.toString(),
              "message",
              "x",
              "notes",
              "x".repeat(380_000));
      wanted.addFirst(group.toString());
    }
    var found = new ArrayList<String>();
    var query = Optional.of(Map.<String, String>of());
    while (query.isPresent()) {
      var page = product.inbox(product.andrew, query.get());
      found.addAll(page.all("uuid"));
      query = page.link("next");
    }
    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void aPageCostsOneRequest() {
    product.knows(product.andrew);
    product.faults.none();
    product.inbox(product.andrew);
    assertThat(product.faults.operations()).containsExactly("Query");
  }

  @Test
  void aConversationThatAnEarlierServiceLeftTwiceIsListedOnce() {
    var group = UUID.randomUUID();
    product.rows().pythonInboxRow(group, product.andrew, product.bayko, "2026-01-01T00:00:00", "a");
    product.rows().pythonInboxRow(group, product.andrew, product.bayko, "2026-01-02T00:00:00", "b");
    assertThat(product.inbox(product.andrew).all("message")).containsExactly("b");
  }

  @Test
  void aRowThatCannotBeReadHidesNothingElse() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.rows().put("GRP#" + product.andrew.uuid(), "no time", "message", "x");
    product.rows().put("GRP#" + product.andrew.uuid(), "2026-07-01T00:00:00", "message", "x");
    assertThat(product.inbox(product.andrew).all("uuid")).isEqualTo(List.of(group.toString()));
  }
}
