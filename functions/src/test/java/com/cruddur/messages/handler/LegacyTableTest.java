package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stores;
import com.cruddur.messages.testing.Stream;
import com.cruddur.messages.testing.Table;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A table that the Python service filled: 135 rows, in every shape of timestamp it wrote. It is
/// listed, continued and rewritten with no migration, and loses nothing.
class LegacyTableTest {
  private static final String FILE = Stores.resource("/legacy-table.json");
  private static final UUID OFFSETS = UUID.fromString("787ccc37-e7ce-4109-939f-1104d2e822d4");
  private static final UUID LONG = UUID.fromString("5ae290ed-55d1-47a0-bc6d-fe2bc2700399");

  @RegisterExtension final Product product = new Product();

  private final List<Map<String, AttributeValue>> rows = Table.read(FILE);
  private Map<String, Person> people;

  @BeforeEach
  void load() throws JsonProcessingException {
    people = new HashMap<>();
    for (var user : new ObjectMapper().readTree(FILE).get("users").properties()) {
      var uuid = UUID.fromString(user.getKey());
      var handle = user.getValue().textValue();
      var person = new Person(uuid, handle, handle, "sub-of-" + handle);
      people.put(user.getKey(), person);
      product
          .stores()
          .execute(
              ("INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id)"
                      + " VALUES ('%s', '%s', '%s', 'x@example.com', '%s') ON CONFLICT (uuid) DO"
                      + " NOTHING")
                  .formatted(uuid, handle, handle, person.sub()));
    }
    rows.forEach(product.rows()::put);
    product.at("2026-11-21T09:00:00Z");
  }

  @Test
  void everyInboxAndEveryMessageIsListed() {
    assertThat(rows).hasSize(135);
    for (var person : people.values()) {
      var inbox = product.inbox(person);
      assertThat(inbox.all("uuid"))
          .containsExactlyInAnyOrderElementsOf(
              rows.stream()
                  .filter(row -> row.get("pk").s().equals("GRP#" + person.uuid()))
                  .map(row -> row.get("message_group_uuid").s())
                  .toList());
      assertThat(inbox.all("created_at")).isSortedAccordingTo((a, b) -> b.compareTo(a));
      for (var group : inbox.all("uuid")) {
        var listed = allPages(person, UUID.fromString(group), 100);
        assertThat(listed)
            .extracting(Map.Entry::getKey)
            .containsExactlyInAnyOrderElementsOf(
                rows.stream()
                    .filter(row -> row.get("pk").s().equals("MSG#" + group))
                    .map(row -> row.get("message_uuid").s())
                    .toList());
      }
    }
  }

  @Test
  void aPageOfMixedOffsetsIsInTheOrderOfTime() {
    var answer = product.list(people.get("55555555-5555-4555-8555-555555555555"), OFFSETS);
    assertThat(answer.all("created_at"))
        .containsExactly(
            "2026-11-19T07:02:00.199594+00:00",
            "2026-11-19T12:00:00.219554+00:00",
            "2026-11-19T12:01:00.199136+00:00",
            "2026-11-19T12:03:00.197610+00:00",
            "2026-11-19T12:04:00.207377+00:00");
  }

  @Test
  void smallPagesLeaveNothingOut() {
    var andrew = people.get("11111111-1111-4111-8111-111111111111");
    assertThat(allPages(andrew, OFFSETS, 1)).hasSize(5);
    assertThat(allPages(andrew, LONG, 7)).hasSize(104);
  }

  @Test
  void whoeverIsNoMemberOfAnOldConversationStaysOutside() {
    var chloe = people.get("44444444-4444-4444-8444-444444444444");
    assertThat(product.list(chloe, LONG).status()).isEqualTo(404);
    assertThat(product.send(chloe, LONG, "hi").status()).isEqualTo(404);
    // A message without any inbox row belongs to nobody.
    var orphan = UUID.fromString("00000000-0000-4000-8000-000000000000");
    var sender = people.get("11111111-1111-4111-8111-111111111111");
    assertThat(product.list(sender, orphan).status()).isEqualTo(404);
  }

  @Test
  void everyConversationGoesOnAndEveryInboxFollows() {
    var groups =
        rows.stream()
            .filter(row -> row.containsKey("message_group_uuid"))
            .map(row -> row.get("message_group_uuid").s())
            .distinct()
            .toList();
    for (var group : groups) {
      var uuid = UUID.fromString(group);
      var members = membersOf(group);
      product.at(product.now().plusSeconds(1));
      var before = allPages(members.getFirst(), uuid, 100);
      var sent = product.send(members.getLast(), uuid, "going on in " + group);
      assertThat(sent.status()).isEqualTo(200);
      assertThat(allPages(members.getFirst(), uuid, 100)).hasSize(before.size() + 1);
      assertThat(allPages(members.getFirst(), uuid, 100).getLast().getKey())
          .isEqualTo(sent.object().get("uuid").textValue());
      assertThat(product.streamMessages(uuid)).isEmpty();
      for (var member : members) {
        assertThat(product.inbox(member).all("message").getFirst())
            .isEqualTo("going on in " + group);
        var row = product.rows().inbox(member.uuid(), uuid);
        assertThat(row).hasSize(1);
        assertThat(row.getFirst().get("sk").s())
            .isEqualTo(sent.object().get("created_at").textValue());
      }
    }
  }

  @Test
  void aRewriteKeepsEveryAttributeOfARow() {
    var extra =
        Map.of(
            "pinned", AttributeValue.fromBool(true),
            "unread", AttributeValue.fromN("3"),
            "labels", AttributeValue.fromSs(List.of("a", "b")),
            "theme",
                AttributeValue.fromM(
                    Map.of(
                        "colour",
                        AttributeValue.fromS("red"),
                        "nothing",
                        AttributeValue.fromNul(true))));
    rows.stream()
        .filter(row -> row.containsKey("message_group_uuid"))
        .forEach(
            row -> {
              var more = new HashMap<>(row);
              more.putAll(extra);
              product.rows().put(more);
            });
    for (var row : rows) {
      if (row.containsKey("message_group_uuid")) {
        var group = row.get("message_group_uuid").s();
        var message =
            Table.row(
                "MSG#" + group,
                "2026-11-21T08:00:00",
                "message",
                "new",
                "user_uuid",
                row.get("user_uuid").s());
        assertThat(product.stream(Stream.inserted(List.of(message)))).isEmpty();
        var member = UUID.fromString(row.get("pk").s().substring(4));
        var expected = new HashMap<>(row);
        expected.putAll(extra);
        expected.put("message", AttributeValue.fromS("new"));
        expected.put("sk", AttributeValue.fromS("2026-11-21T08:00:00.000000+00:00"));
        assertThat(withoutTime(product.rows().inbox(member, UUID.fromString(group))))
            .containsExactly(withoutTime(expected));
      }
    }
  }

  @Test
  void replayingTheWholeStreamLeavesEveryInboxAtItsNewestMessage() {
    var messages = rows.stream().filter(row -> row.get("pk").s().startsWith("MSG#")).toList();
    assertThat(product.stream(Stream.inserted(messages))).isEmpty();
    assertThat(product.stream(Stream.inserted(messages.reversed()))).isEmpty();
    for (var row : rows) {
      if (row.containsKey("message_group_uuid")) {
        var group = row.get("message_group_uuid").s();
        var newest =
            messages.stream()
                .filter(message -> message.get("pk").s().equals("MSG#" + group))
                .map(message -> Timestamp.parse(message.get("sk").s()))
                .max(Timestamp::compareTo)
                .orElseThrow();
        var now =
            product
                .rows()
                .inbox(UUID.fromString(row.get("pk").s().substring(4)), UUID.fromString(group));
        assertThat(now).hasSize(1);
        assertThat(Timestamp.parse(now.getFirst().get("sk").s()).instant())
            .isEqualTo(newest.instant());
      }
    }
  }

  private List<Person> membersOf(String group) {
    return rows.stream()
        .filter(row -> row.containsKey("message_group_uuid"))
        .filter(row -> row.get("message_group_uuid").s().equals(group))
        .map(row -> people.get(row.get("pk").s().substring(4)))
        .toList();
  }

  // Uuid and text of every message, oldest page last read and first in the list.
  private List<Map.Entry<String, String>> allPages(Person person, UUID group, int limit) {
    var all = new ArrayList<Map.Entry<String, String>>();
    var query = Optional.of(Map.of("limit", Integer.toString(limit)));
    while (query.isPresent()) {
      var page = product.list(person, group, query.get());
      assertThat(page.status()).isEqualTo(200);
      var entries = new ArrayList<Map.Entry<String, String>>();
      page.object()
          .forEach(
              message ->
                  entries.add(
                      Map.entry(
                          message.get("uuid").textValue(), message.get("message").textValue())));
      all.addAll(0, entries);
      query = page.link("next");
    }
    return all;
  }

  private static List<Map<String, AttributeValue>> withoutTime(
      List<Map<String, AttributeValue>> rows) {
    return rows.stream().map(LegacyTableTest::withoutTime).toList();
  }

  // Several conversations of one inbox want the same microsecond here, and give way to each other.
  private static Map<String, AttributeValue> withoutTime(Map<String, AttributeValue> row) {
    var rest = new HashMap<>(row);
    rest.remove("sk");
    rest.remove("last_message_at");
    return rest;
  }
}
