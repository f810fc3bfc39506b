package com.cruddur.messages.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.message.CreateMessageResult;
import com.cruddur.messages.message.CreateMessageResult.Sent;
import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessageRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.testing.Table;
import com.cruddur.messages.user.User;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What holds in every history: a small model of the product.
final class Laws {
  private static final int PAGE = 3;

  private final Replica replica;
  // A member's inbox and a conversation -> when the message it showed last was sent.
  private final Map<String, Instant> shown = new HashMap<>();
  private final List<Sending> sendings = Collections.synchronizedList(new ArrayList<>());

  Laws(Replica replica) {
    this.replica = replica;
  }

  /// A request to send something, from its beginning on.
  final class Sending {
    private final User sender;
    private final String text;
    private final Optional<String> key;
    private final List<JsonNode> readable = List.copyOf(replica.messages());
    private Message message;

    private Sending(User sender, String text, Optional<String> key) {
      this.sender = sender;
      this.text = text;
      this.key = key;
    }

    /// The sender has an answer.
    void acknowledged(CreateMessageResult result) {
      message = result.message();
      var row =
          replica.now().get("MSG#" + message.groupUuid() + " / " + message.createdAt().stored());
      assertThat(row).as("the row of %s", text).isNotNull();
      assertThat(Replica.text(row, "message_uuid")).isEqualTo(message.uuid().toString());
      if (result instanceof Sent) {
        assertThat(message.text()).isEqualTo(text);
        checkItSortsBehindWhatCouldBeRead();
      }
    }

    private void checkItSortsBehindWhatCouldBeRead() {
      for (var before : readable) {
        if (Replica.pk(before).equals("MSG#" + message.groupUuid())) {
          var sk = Replica.text(before, "sk");
          assertThat(message.createdAt().stored()).isGreaterThan(sk);
          assertThat(message.createdAt().isAfter(Timestamp.parse(sk))).isTrue();
        }
      }
    }

    // Sendings that are one: the same sender's under the same key.
    private String name() {
      return key.map(k -> sender.handle() + " " + k).orElse(text);
    }
  }

  Sending begin(User sender, String text, Optional<String> key) {
    var sending = new Sending(sender, text, key);
    sendings.add(sending);
    return sending;
  }

  /// The conversation that the first one knows of with the other.
  Optional<UUID> conversation(User one, User other) {
    return replica.groupRows().stream()
        .filter(row -> Replica.pk(row).equals("GRP#" + one.uuid()))
        .filter(row -> Replica.text(row, "user_uuid").equals(other.uuid().toString()))
        .map(row -> UUID.fromString(Replica.text(row, "message_group_uuid")))
        .findFirst();
  }

  /// Nothing is lost, doubled or moved back, whoever looks now.
  void checkThisMoment() {
    var seen = new HashSet<String>();
    for (var row : replica.groupRows()) {
      var group = Replica.text(row, "message_group_uuid");
      var place = Replica.pk(row) + " " + group;
      assertThat(seen.add(place)).as("one row only of %s", place).isTrue();
      var at = lastMessageAt(row);
      var before = shown.put(place, at);
      assertThat(before == null || !at.isBefore(before)).as("%s moves forward", place).isTrue();
    }
    assertThat(seen).as("no row is lost").containsAll(shown.keySet());
    for (var row : replica.now().values()) {
      if (Replica.pk(row).startsWith("MBR#")) {
        assertThat(shown.keySet())
            .anyMatch(place -> place.endsWith(Replica.pk(row).substring("MBR#".length())));
      } else if (!Replica.pk(row).startsWith("GRP#")) {
        assertThat(row.has("message_group_uuid")).as("the index is sparse").isFalse();
      }
    }
  }

  private static Instant lastMessageAt(JsonNode row) {
    var gaveWay = Replica.text(row, "last_message_at");
    return Timestamp.parse(gaveWay == null ? Replica.text(row, "sk") : gaveWay).instant();
  }

  /// Every acknowledged message is there once, and every inbox shows the newest.
  void checkTheEnd(MessagesTable table, Table rows) {
    assertThat(rows.all().stream().map(row -> row.get("pk").s() + " / " + row.get("sk").s()))
        .as("the replica is the table")
        .containsExactlyInAnyOrderElementsOf(replica.now().keySet());
    checkMessages();
    checkOneConversationEach();
    for (var group : groups()) {
      checkInboxes(group);
      checkPages(table, group);
    }
  }

  private void checkMessages() {
    var texts =
        replica.messages().stream()
            .map(row -> Replica.text(row, "message"))
            .filter(text -> !text.equals("old"))
            .toList();
    var byName = sendings.stream().collect(Collectors.groupingBy(Sending::name));
    for (var same : byName.values()) {
      var written = same.stream().filter(sending -> texts.contains(sending.text)).count();
      var answers =
          same.stream()
              .filter(sending -> sending.message != null)
              .map(sending -> sending.message.uuid())
              .collect(Collectors.toSet());
      assertThat(written).isLessThanOrEqualTo(1);
      assertThat(answers).hasSizeLessThanOrEqualTo(1);
      assertThat(written).as("acknowledged").isGreaterThanOrEqualTo(answers.size());
    }
    assertThat(texts).doesNotHaveDuplicates();
  }

  private void checkOneConversationEach() {
    var pairs =
        replica.groupRows().stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        Set.of(
                            Replica.pk(row).substring("GRP#".length()),
                            Replica.text(row, "user_uuid")),
                    Collectors.mapping(
                        row -> Replica.text(row, "message_group_uuid"), Collectors.toSet())));
    assertThat(pairs.values()).allMatch(groups -> groups.size() == 1);
  }

  private Set<UUID> groups() {
    return replica.messages().stream()
        .map(row -> UUID.fromString(Replica.pk(row).substring("MSG#".length())))
        .collect(Collectors.toSet());
  }

  private List<JsonNode> messages(UUID group) {
    return replica.messages().stream()
        .filter(row -> Replica.pk(row).equals("MSG#" + group))
        .toList();
  }

  private void checkInboxes(UUID group) {
    var newest =
        messages(group).stream()
            .max(Comparator.comparing(row -> Timestamp.parse(Replica.text(row, "sk"))))
            .orElseThrow();
    var inboxes =
        replica.groupRows().stream()
            .filter(row -> Replica.text(row, "message_group_uuid").equals(group.toString()))
            .toList();
    assertThat(inboxes).isNotEmpty();
    for (var row : inboxes) {
      assertThat(Replica.text(row, "message")).isEqualTo(Replica.text(newest, "message"));
      assertThat(lastMessageAt(row))
          .isEqualTo(Timestamp.parse(Replica.text(newest, "sk")).instant());
    }
  }

  private void checkPages(MessagesTable table, UUID group) {
    var read = new ArrayList<UUID>();
    var messages = new MessageRepository(table);
    var request = Optional.of(PageRequest.newest(PAGE));
    while (request.isPresent()) {
      var page = messages.page(group, request.get());
      page.items().reversed().forEach(message -> read.add(message.uuid()));
      request =
          page.older().map(from -> new PageRequest(PAGE, Optional.of(from), Optional.empty()));
    }
    var stored =
        messages(group).stream().map(row -> UUID.fromString(Replica.text(row, "message_uuid")));
    assertThat(read).containsExactlyInAnyOrderElementsOf(stored.toList());
    for (var row : replica.groupRows()) {
      if (Replica.text(row, "message_group_uuid").equals(group.toString())) {
        var owner = UUID.fromString(Replica.pk(row).substring("GRP#".length()));
        assertThat(new InboxRepository(table).page(owner, PageRequest.newest(10)).items())
            .extracting(MessageGroup::uuid)
            .containsOnlyOnce(group);
      }
    }
  }
}
