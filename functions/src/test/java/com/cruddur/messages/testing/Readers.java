package com.cruddur.messages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.table.MessagesTableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Everything that reads the table, after somebody has written to it who may have meant no good.
public record Readers(Product product) {
  // As much as Lambda gives the stream function at once.
  private static final int BATCH = 100;
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{6}\\+00:00";

  /// Asserts that no row stops or hides from a reader: each is of a kind that we know, with a key
  /// as it should be; the stream function can handle every message; and these people, who have all
  /// conversations among them, see every inbox row and every message.
  public void canReadEverythingOf(List<Person> people) {
    assertThat(product.rows().all()).allMatch(Readers::isWellFormed);
    var groups = new HashSet<UUID>();
    for (var person : people) {
      groups.addAll(inbox(person));
    }
    for (var group : groups) {
      everyMessageReachesTheInboxes(group);
    }
    for (var person : people) {
      for (var group : inbox(person)) {
        assertThat(texts(person, group)).isEqualTo(storedTexts(group));
      }
    }
    assertThat(product.rows().all().stream().filter(row -> pk(row).startsWith("MSG#")))
        .allMatch(row -> groups.contains(MessagesTableSchema.groupUuid(pk(row))));
  }

  private List<UUID> inbox(Person person) {
    var inbox = product.inbox(person, Map.of("limit", "100"));
    assertThat(inbox.status()).isEqualTo(200);
    assertThat(inbox.all("uuid")).hasSameSizeAs(product.rows().under("GRP#" + person.uuid()));
    return inbox.all("uuid").stream().map(UUID::fromString).toList();
  }

  private void everyMessageReachesTheInboxes(UUID group) {
    var messages = product.rows().messages(group);
    for (var from = 0; from < messages.size(); from += BATCH) {
      var part = messages.subList(from, Math.min(messages.size(), from + BATCH));
      assertThat(product.stream(Stream.inserted(part))).isEmpty();
    }
    assertThat(product.shown(group)).hasSize(2).containsOnly(messages.getLast().get("message").s());
  }

  // Oldest first, page by page.
  private List<String> texts(Person person, UUID group) {
    var texts = new ArrayList<String>();
    var page = product.list(person, group);
    while (true) {
      assertThat(page.status()).isEqualTo(200);
      texts.addAll(0, page.all("message"));
      var next = page.link("next");
      if (next.isEmpty()) {
        return texts;
      }
      page = product.list(person, group, next.get());
    }
  }

  private List<String> storedTexts(UUID group) {
    return product.rows().messages(group).stream().map(row -> row.get("message").s()).toList();
  }

  private static boolean isWellFormed(Map<String, AttributeValue> row) {
    var key = pk(row) + " " + row.get("sk").s();
    var group = key.matches("GRP#" + ID + " " + TIME);
    return group == row.containsKey(MessagesTableSchema.MESSAGE_GROUP_UUID)
        && List.of(
                "(MSG|GRP)#" + ID + " " + TIME,
                "MBR#" + ID + " " + ID,
                "PAIR#" + ID + "#" + ID + " PAIR",
                "USR#.+ USR",
                "IDM#" + ID + " [0-9a-f]{64}")
            .stream()
            .anyMatch(key::matches);
  }

  private static String pk(Map<String, AttributeValue> row) {
    return row.get(MessagesTableSchema.PK).s();
  }
}
