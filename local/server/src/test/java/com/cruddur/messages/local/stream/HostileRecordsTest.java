package com.cruddur.messages.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.local.Await;
import com.cruddur.messages.local.lambda.LambdaFunction;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.testing.Stress;
import com.cruddur.messages.testing.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rows that no message of ours could be, written straight into the table among good ones.
@Timeout(300)
class HostileRecordsTest extends MappedTable {
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
  private static final int LONGEST_ROW = 400 * 1_024;
  private static final int LONGEST_NAME = 64 * 1_024 - 1;
  private static final int DEEPEST = 32;
  private static final int MUCH = 300_000;
  private static final String SENDER = "00000000-0000-4000-8000-000000000001";
  private static final String RECEIVER = "00000000-0000-4000-8000-000000000002";

  private final UUID group = UUID.randomUUID();
  private final long seed = Long.getLong("cruddur.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private Table rows;

  @Test
  void eachEndsWholeInTheFailureStoreAndTheShardGoesOn() throws Exception {
    rows = new Table(table.client(), table.name());
    inboxRow(SENDER, RECEIVER);
    inboxRow(RECEIVER, SENDER);
    var poison = new ArrayList<Map<String, AttributeValue>>();
    var count = Stress.times(20, 500);
    for (var i = 0; i < count; i++) {
      var hostile = hostile(i);
      poison.add(hostile);
      message(i);
      rows.put(hostile);
    }
    message(count);

    try (var mapping =
        EventSourceMapping.start(streams, table.streamArn(), product(), settings(), store())) {
      Await.until(
          "every inbox shows the newest message",
          () -> shown().equals(List.of("text " + count, "text " + count)));
      Await.until("every poison record is kept, seed " + seed, () -> kept().size() == count);
      assertThat(mapping.isRunning()).isTrue();
    }
    assertThat(kept().stream().map(record -> record.at("/dynamodb/Keys/sk/S").textValue()))
        .containsExactlyInAnyOrderElementsOf(
            poison.stream().map(row -> row.get("sk").s()).toList());
    assertThat(kept()).allMatch(record -> poison.stream().anyMatch(row -> isWhole(record, row)));
  }

  // Nothing in them is missing, but no program of ours would write them.
  @Test
  void rowsAtTheLimitsOfTheTableHoldNobodyUp() throws Exception {
    rows = new Table(table.client(), table.name());
    inboxRow(SENDER, RECEIVER);
    inboxRow(RECEIVER, SENDER);
    var nested = AttributeValue.fromS("x");
    for (var depth = 1; depth < DEEPEST; depth++) {
      nested = AttributeValue.fromM(Map.of("\u0000\"", nested));
    }
    var extremes =
        List.of(
            Map.of("x".repeat(LONGEST_NAME), AttributeValue.fromBool(true)),
            Map.of("x", nested),
            Map.of("x", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[MUCH]))),
            Map.of("message", AttributeValue.fromS("\u0000".repeat(MUCH))));
    for (var i = 0; i < extremes.size(); i++) {
      var row = Table.row("MSG#" + group, time(i), "message", "text " + i, "user_uuid", SENDER);
      row.putAll(extremes.get(i));
      rows.put(row);
    }
    message(extremes.size());

    try (var mapping =
        EventSourceMapping.start(streams, table.streamArn(), product(), settings(), store())) {
      var newest = "text " + extremes.size();
      Await.until(
          "every inbox shows the newest message", () -> shown().equals(List.of(newest, newest)));
      assertThat(mapping.isRunning()).isTrue();
    }
  }

  private StreamFunction product() {
    var inboxes = new InboxRepository(new MessagesTable(table.client(), table.name()));
    var handler = new UpdateMessageGroupsHandler(new UpdateMessageGroups(inboxes));
    return new LambdaFunction<>("update", handler, DynamodbEvent.class)::invoke;
  }

  private void inboxRow(String owner, String other) {
    rows.put(
        "GRP#" + owner,
        "2026-01-01T00:00:00.000000+00:00",
        "message_group_uuid",
        group.toString(),
        "message",
        "old",
        "user_uuid",
        other,
        "user_handle",
        "h",
        "user_display_name",
        "H");
  }

  private void message(int number) {
    rows.put(
        "MSG#" + group,
        time(number),
        "message",
        "text " + number,
        "message_uuid",
        UUID.randomUUID().toString(),
        "user_uuid",
        SENDER);
  }

  private static String time(int number) {
    return "2026-02-01T00:00:00.%06d+00:00".formatted(number);
  }

  // The sort key names it: no two are alike.
  private Map<String, AttributeValue> hostile(int number) {
    var row =
        Table.row("MSG#" + group, time(900_000 + number), "message", "m", "user_uuid", SENDER);
    switch (random.nextInt(8)) {
      case 0 -> row.put("pk", AttributeValue.fromS("MSG#" + "x".repeat(random.nextInt(40))));
      case 1 -> row.put("sk", AttributeValue.fromS("no time " + number));
      case 2 -> row.put("sk", AttributeValue.fromS("99999-01-01T00:00:00.%06d".formatted(number)));
      case 3 -> row.remove("message");
      case 4 -> row.put("message", AttributeValue.fromS("x".repeat(LONGEST_ROW - size(row) + 1)));
      default -> row.put("message", anyButText());
    }
    return row;
  }

  // As DynamoDB counts: names and values, UTF-8.
  private static int size(Map<String, AttributeValue> row) {
    return row.entrySet().stream()
        .mapToInt(attribute -> attribute.getKey().length() + attribute.getValue().s().length())
        .sum();
  }

  private AttributeValue anyButText() {
    return switch (random.nextInt(7)) {
      case 0 -> AttributeValue.fromN("12345678901234567890123456789012345678");
      case 1 -> AttributeValue.fromBool(true);
      case 2 -> AttributeValue.fromNul(true);
      case 3 -> AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1}));
      case 4 -> AttributeValue.fromSs(List.of("a", "b"));
      case 5 -> AttributeValue.fromL(List.of(AttributeValue.fromS("a")));
      default -> AttributeValue.fromM(Map.of("S", AttributeValue.fromS("a")));
    };
  }

  private List<String> shown() {
    return List.of(SENDER, RECEIVER).stream()
        .flatMap(owner -> rows.under("GRP#" + owner).stream())
        .map(row -> row.get("message").s())
        .toList();
  }

  // The records of all documents in the failure store.
  private List<JsonNode> kept() {
    var json = new JsonMapper();
    var records = new ArrayList<JsonNode>();
    try (var files = Files.walk(failures)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().startsWith(".")) {
          var payload = json.readTree(file.toFile()).get("payload").textValue();
          json.readTree(payload).get("Records").forEach(records::add);
        }
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWhole(JsonNode record, Map<String, AttributeValue> row) {
    var image = record.at("/dynamodb/NewImage");
    return image.at("/sk/S").asText().equals(row.get("sk").s())
        && image.at("/pk/S").asText().equals(row.get("pk").s())
        && image.size() == row.size();
  }
}
