package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.CrashSweep;
import com.cruddur.messages.testing.Log;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stream;
import com.cruddur.messages.testing.Stress;
import com.cruddur.messages.testing.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream.Builder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Moving inboxes fails at each single request, in every way, and is done again as Lambda does it
/// (pattern E).
class RewriteCrashSweepTest {
  private static final String OLD = "2026-01-01T00:00:00.%06d+00:00";
  private static final String MARKER = "marker-" + UUID.randomUUID();
  private static final String NEW = "2026-02-01T00:00:00.%06d+00:00";

  @RegisterExtension final Product product = new Product();

  @AfterEach
  void nothingOfItIsLogged() {
    assertThat(Log.text()).doesNotContain(MARKER);
  }

  static java.util.stream.Stream<Arguments> sizes() {
    Builder<Arguments> sizes = java.util.stream.Stream.builder();
    // Members, conversations, messages.
    if (!Stress.isLongForm()) {
      return java.util.stream.Stream.of(
          Arguments.of(1, 1, 1),
          Arguments.of(2, 1, 1),
          Arguments.of(40, 1, 1),
          Arguments.of(2, 1, 100),
          Arguments.of(2, 5, 100));
    }
    IntStream.rangeClosed(1, 40).forEach(n -> sizes.add(Arguments.of(n, 1, 1)));
    IntStream.of(2, 10, 50, 100)
        .forEach(n -> sizes.add(Arguments.of(2, 1, n)).add(Arguments.of(2, 5, n)));
    return sizes.add(Arguments.of(60, 1, 1)).add(Arguments.of(3, 2, 100)).build();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everyMemberHasOneRowWithTheNewestMessageWhateverFails(
      int members, int conversations, int messages) {
    var points =
        new CrashSweep(product).over(() -> new Rewrite(members, conversations, messages, false));
    assertThat(points).isGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void conversationsThatWantTheSameMicrosecondBothMoveWhateverFails(int members) {
    new CrashSweep(product).over(() -> new Rewrite(members, 2, 4, true));
  }

  private final class Rewrite implements CrashSweep.Work {
    private final List<UUID> groups = new ArrayList<>();
    private final Map<String, Map<String, AttributeValue>> newest = new HashMap<>();
    private final List<Map<String, AttributeValue>> others;
    private final List<Map<String, AttributeValue>> inboxes = new ArrayList<>();
    private List<Map<String, AttributeValue>> records = new ArrayList<>();

    /// @param sameTime whether the first member is in all conversations, whose newest messages were
    ///     sent in the same microsecond
    private Rewrite(int members, int conversations, int messages, boolean sameTime) {
      var shared = UUID.randomUUID();
      var rest = new ArrayList<Map<String, AttributeValue>>();
      for (var i = 0; i < conversations; i++) {
        var group = UUID.randomUUID();
        groups.add(group);
        var people = new ArrayList<UUID>();
        IntStream.range(0, members).forEach(n -> people.add(UUID.randomUUID()));
        if (sameTime) {
          people.set(0, shared);
        }
        for (var n = 0; n < members; n++) {
          inboxes.add(inboxRow(group, people.get(n), people.get((n + 1) % members), i));
          rest.add(Table.row("MBR#" + group, people.get(n).toString()));
        }
        var sent = Math.max(1, messages / conversations);
        for (var n = 0; n < sent; n++) {
          var at = NEW.formatted(sameTime ? n : n * conversations + i);
          var message = message(group, at, MARKER + n, people.getLast());
          records.add(message);
          newest.put(group.toString(), message);
        }
      }
      rest.addAll(records);
      rest.add(inboxRow(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 0));
      product.rows().putAll(inboxes);
      product.rows().putAll(rest);
      others = rest;
      Collections.shuffle(records, new Random(members * 31L + messages));
    }

    @Override
    public boolean attempt() {
      var failed = product.stream(Stream.inserted(records));
      assertThat(failed).hasSizeLessThanOrEqualTo(1);
      if (!failed.isEmpty()) {
        // Lambda goes on from there.
        var from = Integer.parseInt(failed.getFirst()) - 1;
        records = records.subList(from, records.size());
      }
      return failed.isEmpty();
    }

    @Override
    public void check(List<Boolean> attempts) {
      var all = product.rows().all();
      assertThat(all).containsAll(others).hasSize(others.size() + inboxes.size());
      var moved = new ArrayList<>(all);
      moved.removeAll(others);
      for (var was : inboxes) {
        var now = moved.stream().filter(row -> isOfSameInbox(was, row)).toList();
        assertThat(now).hasSize(1);
        // Whole before, or whole after.
        if (attempts.getLast() || !now.getFirst().equals(was)) {
          checkMoved(was, now.getFirst());
        }
      }
    }

    private void checkMoved(Map<String, AttributeValue> was, Map<String, AttributeValue> now) {
      var message = newest.get(was.get("message_group_uuid").s());
      var expected = new HashMap<>(was);
      expected.put("message", message.get("message"));
      expected.put("sk", now.get("sk"));
      if (!now.get("sk").equals(message.get("sk"))) {
        expected.put("last_message_at", message.get("sk"));
        assertThat(now.get("sk").s()).isGreaterThan(message.get("sk").s());
      }
      assertThat(now).isEqualTo(expected);
    }

    private static boolean isOfSameInbox(
        Map<String, AttributeValue> was, Map<String, AttributeValue> row) {
      return row.get("pk").equals(was.get("pk"))
          && row.get("message_group_uuid").equals(was.get("message_group_uuid"));
    }

    private static Map<String, AttributeValue> inboxRow(
        UUID group, UUID owner, UUID other, int place) {
      var row =
          Table.row(
              "GRP#" + owner,
              OLD.formatted(place),
              "message_group_uuid",
              group.toString(),
              "message",
              "old",
              "user_uuid",
              other.toString(),
              "user_handle",
              "h",
              "user_display_name",
              "H");
      row.put("pinned", AttributeValue.fromBool(true));
      row.put("unread", AttributeValue.fromN("3"));
      row.put("labels", AttributeValue.fromSs(List.of("a", "b")));
      return row;
    }

    private static Map<String, AttributeValue> message(
        UUID group, String at, String text, UUID sender) {
      return Table.row(
          "MSG#" + group,
          at,
          "message",
          text,
          "message_uuid",
          UUID.randomUUID().toString(),
          "user_uuid",
          sender.toString());
    }
  }
}
