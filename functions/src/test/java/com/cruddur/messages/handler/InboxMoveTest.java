package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Pattern E on the rows it moves: which message wins, what survives, and where the rows end up.
class InboxMoveTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void fiftyMembersCostThreeRequests() {
    var group = groupOf(50);
    product.faults.none();
    assertThat(product.stream(Stream.message(group, "2026-06-01T00:00:00", "news"))).isEmpty();
    assertThat(product.faults.operations()).containsExactly("Query", "Query", "TransactWriteItems");
    assertThat(product.shown(group)).hasSize(50).containsOnly("news");
  }

  @Test
  void moreMembersThanATransactionHoldsAreAllMoved() {
    var group = groupOf(120);
    assertThat(product.stream(Stream.message(group, "2026-06-01T00:00:00", "news"))).isEmpty();
    assertThat(product.shown(group)).hasSize(120).containsOnly("news");
  }

  // Law 2: by time, not by the letters of the key.
  @Test
  void newestWinsWhateverOffsetThePythonServiceWrote() {
    var group = UUID.randomUUID();
    product
        .rows()
        .pythonGroup(group, product.andrew, product.bayko, "2026-01-01T17:30:00+05:30", "noon");
    product.stream(Stream.message(group, "2026-01-01T12:01:00", "a minute past noon"));
    assertThat(product.shown(group)).containsOnly("a minute past noon");
    product.stream(Stream.message(group, "2026-01-01T17:30:30+05:30", "half a minute past noon"));
    assertThat(product.shown(group)).containsOnly("a minute past noon");
    product.stream(Stream.message(group, "2026-01-01T07:02:00-05:00", "two minutes past noon"));
    assertThat(product.shown(group)).hasSize(2).containsOnly("two minutes past noon");
    assertThat(product.rows().inbox(product.andrew.uuid(), group).getFirst().get("sk").s())
        .isEqualTo("2026-01-01T12:02:00.000000+00:00");
  }

  // Law 3, where an earlier service had left two rows.
  @Test
  void aConversationThatStoodTwiceInAnInboxStandsThereOnceAfterwards() {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, product.andrew, product.bayko, "2026-01-01T00:00:00", "a");
    product.rows().pythonInboxRow(group, product.andrew, product.bayko, "2026-01-02T00:00:00", "b");
    product.stream(Stream.message(group, "2026-01-03T00:00:00", "c"));
    assertThat(product.rows().inbox(product.andrew.uuid(), group)).hasSize(1);
    assertThat(product.shown(group)).hasSize(2).containsOnly("c");
  }

  // Laws 2 and 4, where an earlier service had left two rows in other offsets.
  @Test
  void ofTwoRowsTheLaterCountsAndNeithersAttributesAreLost() {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, product.andrew, product.bayko, "2026-01-01T12:00:00", "noon");
    var later = new HashMap<>(product.rows().inbox(product.andrew.uuid(), group).getFirst());
    later.put("theme", AttributeValue.fromS("of the later row"));
    later.put("pinned", AttributeValue.fromBool(true));
    product.rows().put(later);
    product
        .rows()
        .pythonInboxRow(group, product.andrew, product.bayko, "2026-01-01T17:00:00+05:30", "11:30");
    var earlier =
        new HashMap<>(
            product.rows().inbox(product.andrew.uuid(), group).stream()
                .filter(row -> row.get("message").s().equals("11:30"))
                .findFirst()
                .orElseThrow());
    earlier.put("theme", AttributeValue.fromS("of the earlier row"));
    earlier.put("muted", AttributeValue.fromBool(true));
    product.rows().put(earlier);

    product.stream(Stream.message(group, "2026-01-01T11:45:00", "before noon"));
    assertThat(product.rows().inbox(product.andrew.uuid(), group)).hasSize(2);
    product.stream(Stream.message(group, "2026-01-01T12:15:00", "after noon"));

    var row = product.rows().inbox(product.andrew.uuid(), group);
    assertThat(row).hasSize(1);
    assertThat(row.getFirst())
        .contains(
            Map.entry("message", AttributeValue.fromS("after noon")),
            Map.entry("theme", AttributeValue.fromS("of the later row")),
            Map.entry("pinned", AttributeValue.fromBool(true)),
            Map.entry("muted", AttributeValue.fromBool(true)));
  }

  @Test
  void aRowOfAnotherKindThatStrayedIntoTheIndexStaysWhereItIs() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    product.rows().put("MSG#" + UUID.randomUUID(), "2026-01-01", "message_group_uuid", group + "");
    product.rows().put("NEW#kind", "x", "message_group_uuid", group.toString());
    var strays =
        product.rows().all().stream().filter(row -> !row.get("pk").s().startsWith("GRP#")).toList();
    assertThat(product.stream(Stream.message(group, "2026-06-01T00:00:00", "news"))).isEmpty();
    assertThat(product.rows().all()).containsAll(strays);
    assertThat(product.inbox(product.bayko).all("message")).containsExactly("news");
  }

  // Law 4.
  @Test
  void unknownAttributesSurvive() {
    var group = product.conversation(product.andrew, product.bayko, "hello");
    var row = new HashMap<>(product.rows().inbox(product.andrew.uuid(), group).getFirst());
    row.put("pinned", AttributeValue.fromBool(true));
    row.put("muted_until", AttributeValue.fromN("1777888999.5"));
    row.put("nothing", AttributeValue.fromNul(true));
    row.put("list", AttributeValue.fromL(List.of(AttributeValue.fromS("x"))));
    product.rows().put(row);
    product.send(product.bayko, group, "hi");

    product.streamMessages(group);

    var moved = product.rows().inbox(product.andrew.uuid(), group).getFirst();
    row.put("message", AttributeValue.fromS("hi"));
    row.put("sk", moved.get("sk"));
    assertThat(moved).isEqualTo(row);
  }

  @Test
  void twoConversationsThatWantTheSameMicrosecondBothStandInTheInbox() {
    var one = product.conversation(product.andrew, product.bayko, "1");
    var two = product.conversation(product.andrew, product.loren, "2");
    var at = "2026-06-01T00:00:00.000000+00:00";
    product.stream(Stream.message(one, at, "new 1"));
    product.stream(Stream.message(two, at, "new 2"));

    assertThat(product.inbox(product.andrew).all("message"))
        .containsExactlyInAnyOrder("new 1", "new 2");
    assertThat(product.inbox(product.andrew).all("created_at")).containsOnly(at);
    assertThat(product.rows().under("GRP#" + product.andrew.uuid()))
        .extracting(row -> row.get("sk").s())
        .containsExactly(at, "2026-06-01T00:00:00.000001+00:00");

    // The one that gave way still follows a message of that very microsecond.
    product.stream(Stream.message(two, "2026-06-01T00:00:00.000001+00:00", "newer 2"));
    product.stream(Stream.message(two, at, "new 2"));
    assertThat(product.inbox(product.andrew).all("message")).containsExactly("newer 2", "new 1");
    assertThat(product.rows().inbox(product.andrew.uuid(), two).getFirst())
        .doesNotContainKey("last_message_at");
  }

  // Law 2.
  @Test
  void olderRepeatedOrLateRecordNeverMovesTheInboxBack() {
    var group = product.conversation(product.andrew, product.bayko, "one");
    product.send(product.andrew, group, "two");
    product.send(product.andrew, group, "three");
    product.streamMessages(group);
    var before = product.rows().all();
    for (var message : product.rows().messages(group)) {
      product.stream(Stream.inserted(List.of(message)));
      assertThat(product.rows().all()).isEqualTo(before);
    }
    product.stream(Stream.inserted(product.rows().messages(group).reversed()));
    assertThat(product.rows().all()).isEqualTo(before);
  }

  // A group of many, as a later release will have them: each row names the next member.
  private UUID groupOf(int members) {
    var group = UUID.randomUUID();
    var uuids = java.util.stream.Stream.generate(UUID::randomUUID).limit(members).toList();
    for (var i = 0; i < members; i++) {
      product
          .rows()
          .put(
              "GRP#" + uuids.get(i),
              "2026-05-01T00:00:00.000000+00:00",
              "message_group_uuid",
              group.toString(),
              "message",
              "old",
              "user_uuid",
              uuids.get((i + 1) % members).toString());
      product.rows().put("MBR#" + group, uuids.get(i).toString());
    }
    return group;
  }
}
