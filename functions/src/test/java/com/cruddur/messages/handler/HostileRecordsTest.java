package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.cruddur.messages.event.EventSerializer;
import com.cruddur.messages.testing.JsonMutations;
import com.cruddur.messages.testing.Log;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stress;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Records of the stream with anything missing, of another type, or unknown: whatever can be read
/// before the first one that cannot is done, that one is reported, and nothing is thrown that would
/// hold up the whole batch. A failure names the seed, `-Dcruddur.seed=…` brings it back.
class HostileRecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARKER = "marker-" + UUID.randomUUID();
  private static final List<String> TEXTS =
      List.of(
          "\"\"",
          "\"text\"",
          "\"INSERT\"",
          "\"MODIFY\"",
          "\"REMOVE\"",
          "\"9.9\"",
          "\"MSG#\"",
          "\"MSG#x\"",
          "\"no time\"",
          "\"0000-00-00T00:00:00\"",
          "\"+10000-01-01T00:00:00\"",
          "\"\\u0000\"",
          "\"\\ud83d\\ude00\"",
          "null");
  private static final List<String> ATTRIBUTES =
      List.of(
          "{}",
          "null",
          "{\"S\":null}",
          "{\"S\":\"\"}",
          "{\"S\":\"MSG#\"}",
          "{\"S\":\"no time\"}",
          "{\"S\":\"" + "x".repeat(100_000) + "\"}",
          "{\"N\":\"1\"}",
          "{\"N\":\"x\"}",
          "{\"B\":\"AAAA\"}",
          "{\"SS\":[\"a\"]}",
          "{\"M\":{}}",
          "{\"L\":[]}",
          "{\"NULL\":true}",
          "{\"BOOL\":false}");
  private static final List<String> ANYTHING =
      List.of("1", "1e400", "true", "[]", "[null]", "{\"X\":\"unknown\"}", "\"\\ud800\"");

  @RegisterExtension final Product product = new Product();

  private final long seed = Long.getLong("cruddur.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final JsonMutations mutations =
      new JsonMutations(random, Set.of(), ATTRIBUTES, TEXTS, ANYTHING);
  private int number;
  private int refusedByTheRuntime;
  private int unreadable;

  @Test
  void theFirstRecordThatCannotBeReadIsReportedAndWhatCameBeforeIsDone() {
    var group = product.conversation(product.andrew, product.bayko, "Hello");
    var times = Stress.times(200, 10_000);
    for (var i = 0; i < times; i++) {
      var records = new ArrayList<JsonNode>();
      var good = good(group);
      records.add(good);
      var hostile = 1 + random.nextInt(3);
      for (var n = 0; n < hostile; n++) {
        var record = good(UUID.randomUUID());
        if (random.nextInt(20) == 0) {
          change(record).set("SequenceNumber", change(good).get("SequenceNumber"));
        }
        records.add(mutated(record));
      }
      records.add(good(group));
      try {
        check(group, records);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed %d, batch %d: %s".formatted(seed, i, records), e);
      }
    }
    System.out.printf(
        "seed %d, %d batches: %d with an unreadable record, %d refused by the runtime%n",
        seed, times, unreadable, refusedByTheRuntime);
    assertThat(Log.text()).doesNotContain(MARKER);
    // Or nothing was tested.
    assertThat(unreadable).isGreaterThan(times / 10);
    assertThat(times - refusedByTheRuntime - unreadable).isGreaterThan(times / 10);
  }

  private void check(UUID group, List<JsonNode> records) {
    var failed = handle(records);
    if (failed.isEmpty()) {
      // Lambda could not make an event of it; it bisects the batch until the record is alone.
      refusedByTheRuntime++;
      return;
    }
    var shown = product.shown(group);
    // What cannot be read among others cannot be read alone, and is reported in the same way.
    var first =
        records.subList(1, records.size() - 1).stream()
            .map(this::handleAlone)
            .filter(answer -> !answer.isEmpty())
            .findFirst();
    assertThat(failed.get()).isEqualTo(first.orElse(List.of()));
    unreadable += first.isPresent() ? 1 : 0;
    var done = first.isPresent() ? records.getFirst() : records.getLast();
    assertThat(shown).containsOnly(done.at("/dynamodb/NewImage/message/S").textValue());
  }

  private List<String> handleAlone(JsonNode record) {
    var failed = handle(List.of(record)).orElseThrow();
    assertThat(failed.isEmpty() && isCertainlyUnreadable(record)).isFalse();
    return failed;
  }

  // Of all that can be wrong with a record the least: it names no event, or is a message without
  // a text.
  private static boolean isCertainlyUnreadable(JsonNode record) {
    return isNothing(record.path("eventName"))
        || record.at("/eventName").asText().equals("INSERT")
            && record.at("/dynamodb/Keys/pk/S").asText().startsWith("MSG#")
            && isNothing(record.at("/dynamodb/NewImage/message/S"));
  }

  // The runtime makes a text of numbers and truth values.
  private static boolean isNothing(JsonNode value) {
    return !value.isValueNode() || value.isNull();
  }

  // What is reported as failed; empty when the runtime cannot read the event.
  private Optional<List<String>> handle(List<JsonNode> records) {
    DynamodbEvent event;
    try {
      event =
          new EventSerializer()
              .fromJson(
                  JSON.createObjectNode().set("Records", JSON.valueToTree(records)).toString(),
                  DynamodbEvent.class);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
    var response = product.updateMessageGroups().handleRequest(event, Product.context());
    return Optional.of(
        response.getBatchItemFailures().stream().map(BatchItemFailure::getItemIdentifier).toList());
  }

  private ObjectNode good(UUID group) {
    number++;
    var record =
        """
        {"eventID": "e", "eventName": "INSERT", "eventVersion": "1.1", "eventSource": "aws:dynamodb",
         "awsRegion": "us-east-1", "dynamodb": {
           "ApproximateCreationDateTime": 1777888999,
           "Keys": {"pk": {"S": "MSG#%1$s"}, "sk": {"S": "%2$s"}},
           "NewImage": {"pk": {"S": "MSG#%1$s"}, "sk": {"S": "%2$s"}, "message": {"S": "%5$s %3$d"},
             "message_uuid": {"S": "%1$s"}, "user_uuid": {"S": "%4$s"}},
           "SequenceNumber": "%3$d", "SizeBytes": 100, "StreamViewType": "NEW_IMAGE"}}
        """
            .formatted(
                group,
                "2027-01-01T00:%02d:00.%06d+00:00"
                    .formatted(number / 1_000_000, number % 1_000_000),
                number,
                product.andrew.uuid(),
                MARKER);
    try {
      return (ObjectNode) JSON.readTree(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode change(ObjectNode record) {
    return (ObjectNode) record.get("dynamodb");
  }

  private JsonNode mutated(ObjectNode record) {
    if (random.nextInt(50) == 0) {
      return JSON.nullNode();
    }
    mutations.mutate(record);
    return record;
  }
}
