package com.cruddur.messages.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.handler.ApplySchemaHandler;
import com.cruddur.messages.handler.RegisterUserHandler;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.seed.ConversationSeed;
import com.cruddur.messages.table.MessagesTableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every file of `events/`, given to its function in this JVM.
@ExtendWith(SeededStores.AsSeeded.class)
class EventsTest {
  // What only a fault of ours or of a store can bring about.
  private static final EnumSet<ErrorCode> NOT_BY_AN_EVENT =
      EnumSet.of(ErrorCode.INTERNAL_ERROR, ErrorCode.UNAVAILABLE);

  private SeededStores stores;
  private Functions functions;

  @BeforeEach
  void start(SeededStores seeded) {
    stores = seeded;
    functions = new Functions(seeded);
  }

  @AfterEach
  void stop() {
    functions.close();
  }

  static List<Event> events() {
    return Event.all();
  }

  @ParameterizedTest
  @MethodSource("events")
  void isAnsweredAsWrittenDown(Event event) {
    event.answer().assertIs(functions.answer(event));
  }

  @Test
  void everyEventHasAnAnswerAndEveryAnswerAnEvent() {
    assertThat(Event.names(ExpectedAnswer.FOLDER)).isEqualTo(Event.names(Event.FOLDER));
  }

  @Test
  void everyEventStandsInTheReadme() throws IOException {
    var readme = Files.readString(Event.FOLDER.resolve("README.md"));
    assertThat(Event.names(Event.FOLDER))
        .allSatisfy(name -> assertThat(readme).contains("(" + name + ".json)"));
  }

  @Test
  void everyFunctionHasAnEvent() {
    assertThat(Event.all())
        .extracting(Event::handler)
        .containsAll(Arrays.stream(Route.values()).map(Route::handler).toList())
        .contains(
            UpdateMessageGroupsHandler.class, RegisterUserHandler.class, ApplySchemaHandler.class);
  }

  @Test
  void everyErrorCodeThatAnEventCanBringAboutHasOne() {
    assertThat(Event.all().stream().flatMap(event -> event.answer().errorCodes().stream()))
        .containsAll(EnumSet.complementOf(NOT_BY_AN_EVENT).stream().map(ErrorCode::code).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "insert, The lights are up.",
    "several, And so is the piano.",
    "two-groups, And back.",
    "mixed, It is lovely.",
    "repeated, Said once.",
    "python, From the old service.",
    "poison-in-the-middle, It starts at seven."
  })
  void theNewestInsertedMessageIsWhatBothInboxesShow(String event, String text) {
    functions.answer(Event.named("update-message-groups-" + event));
    assertThat(shown()).containsExactly(text, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"modify", "remove", "group-row", "own-rewrite", "older", "poison", "empty"})
  void nothingElseMovesAnInbox(String event) {
    var before = stores.rows();
    functions.answer(Event.named("update-message-groups-" + event));
    assertThat(stores.rows()).containsExactlyInAnyOrderElementsOf(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"create-message-idempotency-key", "create-message-to-a-handle-idempotency-key"})
  void sentAgainWithItsKeyItIsAnsweredAsBefore(String name) {
    var first = functions.answer(Event.named(name));
    var rows = stores.rows();
    assertThat(functions.answer(Event.named(name))).isEqualTo(first);
    assertThat(stores.rows()).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void aSignUpMakesAUserOnce() {
    functions.answer(Event.named("register-user"));
    functions.answer(Event.named("register-user"));
    assertThat(stores.usersCalled("marisol")).isOne();
  }

  private Stream<String> shown() {
    var group = ConversationSeed.GROUP_UUID.toString();
    return stores.rows().stream()
        .filter(row -> row.containsKey(MessagesTableSchema.MESSAGE_GROUP_UUID))
        .filter(row -> row.get(MessagesTableSchema.MESSAGE_GROUP_UUID).s().equals(group))
        .map(row -> row.get(MessagesTableSchema.MESSAGE).s());
  }
}
