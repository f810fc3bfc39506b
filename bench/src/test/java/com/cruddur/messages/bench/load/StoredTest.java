package com.cruddur.messages.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.bench.load.Ledger.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// That the checks of a load find what they look for.
class StoredTest {
  private final Ledger ledger = new Ledger();

  @Test
  void nothingIsFoundWhereEverythingIsInItsPlace() {
    acknowledge("first", 0, 10);
    acknowledge("second", 20, 30);
    var stored = stored("first", "second", "never acknowledged");
    assertThat(stored.lost()).isEmpty();
    assertThat(stored.doubled()).isEmpty();
    assertThat(stored.outOfOrder()).isEmpty();
  }

  @Test
  void acknowledgedMessageIsLostWhereItIsMissingElsewhereOrThereTwice() {
    acknowledge("missing", 0, 10);
    acknowledge("twice", 0, 10);
    acknowledge("elsewhere", 0, 10);
    var rows =
        Stream.of(message("group", "twice"), message("group", "twice"), message("x", "elsewhere"));
    var stored = new Stored(ledger, rows.toList(), List.of());
    assertThat(stored.lost().keySet())
        .extracting(Message::text)
        .containsExactlyInAnyOrder("missing", "twice", "elsewhere");
    assertThat(stored.doubled()).containsExactly("twice");
  }

  @Test
  void messageThatWasAnsweredWhileTheTableWasBeingKilledMayBeMissing() {
    acknowledge("before", 0, 10);
    ledger.doubt();
    acknowledge("kept", 10, 20);
    acknowledge("forgotten", 10, 20);
    ledger.trust();
    acknowledge("after", 30, 40);
    assertThat(stored("before", "kept").lost().keySet())
        .extracting(Message::text)
        .containsExactly("after");
    assertThat(stored("before", "kept").forgotten()).isOne();
  }

  @Test
  void messageStandsOutOfOrderAfterOneThatWasSentWhenItHadBeenAcknowledged() {
    acknowledge("first", 0, 10);
    acknowledge("meanwhile", 5, 40);
    acknowledge("second", 20, 30);
    assertThat(stored("second", "meanwhile", "first").outOfOrder()).containsExactly("first");
    assertThat(stored("first", "second", "meanwhile").outOfOrder()).isEmpty();
    assertThat(stored("meanwhile", "first", "second").outOfOrder()).isEmpty();
  }

  @Test
  void inboxRowIsDoubledWhereItsConversationStandsInThatInboxAlready() {
    var rows = List.of(inbox("a", "one"), inbox("b", "one"), inbox("a", "two"), inbox("a", "one"));
    assertThat(new Stored(ledger, List.of(), rows).doubledInboxRows()).containsExactly("GRP#a one");
  }

  private void acknowledge(String text, long sent, long acknowledged) {
    ledger.acknowledge(
        new Message(
            text, "group", Instant.ofEpochMilli(sent), Instant.ofEpochMilli(acknowledged), 1));
  }

  private Stored stored(String... texts) {
    var rows = Stream.of(texts).map(text -> message("group", text)).toList();
    return new Stored(ledger, rows, List.of());
  }

  private static Map<String, AttributeValue> message(String group, String text) {
    return Map.of(
        "pk", AttributeValue.fromS("MSG#" + group), "message", AttributeValue.fromS(text));
  }

  private static Map<String, AttributeValue> inbox(String member, String group) {
    return Map.of(
        "pk", AttributeValue.fromS("GRP#" + member),
        "message_group_uuid", AttributeValue.fromS(group));
  }
}
