package com.cruddur.messages.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Table;
import com.cruddur.messages.user.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/// 100,000 messages in 5,000 conversations, 500 inbox rows damaged in every way, while others go on
/// writing: exactly those are found, all are mended, and then nothing is found.
class ReconcileAtScaleTest {
  private static final int DAMAGED = 500;

  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  private final SampleTable sample = new SampleTable();
  private final Set<Found> expected = new HashSet<>();
  private final Set<Integer> damaged = new HashSet<>();
  private final Set<Found> lost = new HashSet<>();
  private final List<Map<String, AttributeValue>> unreadable = new ArrayList<>();

  private Table table;

  private record Found(Kind kind, String inbox, String group) {}

  @Test
  void findsExactlyWhatIsWrongMendsItAndFindsNothingMore() throws Exception {
    create();
    BulkLoad.load(sample, table);
    damage();
    displace();
    assertThat(expected).hasSize(DAMAGED);
    assertThat(expected.stream().map(Found::kind)).contains(Kind.values());

    List<SampleConversation> written;
    try (var traffic = new Traffic(new MessagesTable(table.client(), table.name()))) {
      traffic.writeInto(undamaged());
      var found = reconcile(traffic);
      assertThat(findings(found, "found")).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(found.run().exitCode()).isEqualTo(1);

      var mended = reconcile(traffic, "--fix");
      assertThat(findings(mended, "mended"))
          .containsExactlyInAnyOrderElementsOf(
              expected.stream().filter(one -> one.kind() != Kind.UNREADABLE).toList());
      assertThat(findings(mended, "left"))
          .containsExactlyInAnyOrderElementsOf(
              expected.stream().filter(one -> one.kind() == Kind.UNREADABLE).toList());
      assertThat(mended.run().exitCode()).isEqualTo(1);
      unreadable.forEach(table::delete);

      // As many as there may be, in the same memory.
      var clean = reconcile(traffic, "--segments", "32");
      assertThat(clean.run().jsonLines()).hasSize(1);
      assertThat(clean.run().exitCode()).isZero();
      written = traffic.end();
    }
    damaged.forEach(group -> written.add(sample.conversations().get(group)));
    assertInboxes(written);
  }

  // Nobody reads its stream, and writing that would take most of the time.
  private void create() {
    var client = DynamoDb.at(product.stores().dynamoDb().endpoint()).build();
    table = new Table(client, product.tableName() + "-at-scale");
    client.createTable(
        MessagesTableSchema.createTable(table.name()).toBuilder()
            .streamSpecification((StreamSpecification) null)
            .build());
  }

  @AfterEach
  void drop() {
    table.client().deleteTable(delete -> delete.tableName(table.name()));
    table.client().close();
  }

  // Every seventh conversation, at one of its members, at the other, or at both.
  private void damage() {
    var ways = Damage.values();
    for (int group = 0, n = 0; expected.size() < DAMAGED; group += 7) {
      var conversation = sample.conversations().get(group);
      var way = ways[n++ % ways.length];
      if (!way.applies(SampleTable.isPython(group)) || !way.applies(conversation)) {
        continue;
      }
      damaged.add(group);
      for (var member : conversation.members()) {
        var one = n % 3;
        if ((one == 2 || conversation.members().get(one).equals(member))
            && expected.size() < DAMAGED) {
          damage(way, conversation, member);
        }
      }
    }
  }

  private void damage(Damage way, SampleConversation conversation, User member) {
    var before = table.under("GRP#" + member.uuid());
    way.apply(table, conversation, member);
    var found =
        new Found(way.kind, way.inbox(conversation, member), way.group(conversation, member));
    expected.add(found);
    if (way == Damage.MISSING_ROW) {
      lost.add(found);
    }
    if (way.kind == Kind.UNREADABLE) {
      table.under("GRP#" + member.uuid()).stream()
          .filter(row -> !before.contains(row))
          .forEach(unreadable::add);
    }
  }

  // Rows that gave way to others when their message came, which have moved on since.
  private void displace() {
    for (var group = 3; group < SampleTable.GROUPS; group += 70) {
      var conversation = sample.conversations().get(group);
      var member = conversation.members().getFirst();
      var place = conversation.newest().next().next().stored();
      table.delete(conversation.row(member));
      table.put(
          conversation.row(member, "sk", place, "last_message_at", conversation.newest().stored()));
    }
  }

  private List<SampleConversation> undamaged() {
    return IntStream.range(0, SampleTable.GROUPS)
        .filter(group -> !damaged.contains(group))
        .mapToObj(sample.conversations()::get)
        .toList();
  }

  private MeasuredRun reconcile(Traffic traffic, String... more) throws Exception {
    var arguments = new ArrayList<>(List.of("reconcile", "--output", "json"));
    arguments.addAll(List.of(more));
    var before = traffic.sent();
    var run =
        MeasuredRun.of(
            Cli.in(folder)
                .with("DYNAMODB_ENDPOINT", product.stores().dynamoDb().endpoint().toString())
                .with("TABLE_NAME", table.name())
                .start(arguments.toArray(String[]::new)));
    System.out.printf(
        "%s: %s s, %d MB at most, %d messages meanwhile%n%s%n%s",
        String.join(" ", arguments),
        run.time().toMillis() / 1000.0,
        run.peakKilobytes() / 1024,
        traffic.sent() - before,
        run.run().out().lines().toList().getLast(),
        run.run().err());
    assertThat(traffic.sent()).isGreaterThan(before);
    return run;
  }

  private static List<Found> findings(MeasuredRun run, String outcome) {
    return run.run().jsonLines().stream()
        .filter(line -> line.has("kind") && line.get("outcome").textValue().equals(outcome))
        .map(
            line ->
                new Found(
                    Kind.valueOf(line.get("kind").textValue()),
                    line.get("inbox").textValue(),
                    line.get("message_group_uuid").textValue()))
        .toList();
  }

  private void assertInboxes(List<SampleConversation> conversations) {
    var rows = new HashMap<List<String>, Map<String, AttributeValue>>();
    var all = 0;
    for (var row : inboxRows()) {
      rows.put(List.of(row.get("pk").s(), row.get("message_group_uuid").s()), row);
      all++;
    }
    assertThat(all).isEqualTo(rows.size()).isEqualTo(2 * conversations.size());
    for (var conversation : conversations) {
      for (var member : conversation.members()) {
        var row = rows.get(List.of("GRP#" + member.uuid(), conversation.uuid().toString()));
        assertThat(row).as("%s of %s", member, conversation).isNotNull();
        assertShows(row, conversation, member);
      }
    }
  }

  // In pages that DynamoDB Local has the memory for.
  private Iterable<Map<String, AttributeValue>> inboxRows() {
    return table
        .client()
        .scanPaginator(
            scan ->
                scan.tableName(table.name())
                    .limit(2_000)
                    .filterExpression("begins_with(pk, :group)")
                    .expressionAttributeValues(Map.of(":group", AttributeValue.fromS("GRP#"))))
        .items();
  }

  private void assertShows(
      Map<String, AttributeValue> row, SampleConversation conversation, User member) {
    var right = new HashMap<>(conversation.row(member));
    var sk = Timestamp.parse(row.get("sk").s());
    assertThat(sk.canonical()).isEqualTo(sk);
    assertThat(row.getOrDefault("last_message_at", row.get("sk"))).isEqualTo(right.get("sk"));
    assertThat(sk.instant())
        .isBetween(
            conversation.newest().instant(), conversation.newest().instant().plusNanos(100_000));
    right.put("sk", row.get("sk"));
    var shown = new HashMap<>(row);
    shown.remove("last_message_at");
    var isNew =
        !row.containsKey("theme")
            && (conversation.members().getFirst().handle().equals("one")
                || lost.contains(
                    new Found(
                        Kind.MISSING, member.uuid().toString(), conversation.uuid().toString())));
    if (isNew) {
      right.remove("theme");
    }
    assertThat(shown).isEqualTo(right);
  }
}
