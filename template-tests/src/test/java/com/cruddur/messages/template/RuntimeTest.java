package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.events.Event;
import com.cruddur.messages.events.SeededStores;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Packaged functions in Lambda's own runtime client, with only the variables that the template
/// declares.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client runs on Linux only")
@ExtendWith({SeededStores.AsSeeded.class, Synthesis.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RuntimeTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final FunctionPackaging packaging;

  private FunctionRuns runs;

  RuntimeTest(FunctionPackaging packaging) {
    this.packaging = packaging;
  }

  @BeforeAll
  void run(Apps apps, SeededStores stores) throws IOException, InterruptedException {
    runs = FunctionRuns.of(packaging, apps.dev(), stores);
  }

  static List<Event> events() {
    return Event.all();
  }

  static Set<String> handlers() {
    return new TreeSet<>(Event.all().stream().map(event -> event.handler().getName()).toList());
  }

  @ParameterizedTest
  @MethodSource("events")
  void isAnsweredAsWrittenDown(Event event) {
    event.answer().assertIs(runs.answers().get(event.name()));
  }

  @Test
  void everyFunctionOfTheTemplateHasRun() {
    assertThat(runs.said().keySet()).isEqualTo(handlers());
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void everythingItSaysIsAnEventOfTheLogAsJsonWithALevel(String handler) {
    assertThat(runs.said().get(handler).pastTheLog()).isEmpty();
    assertThat(log(handler))
        .allSatisfy(
            event -> {
              assertThat(event.path("level").asText()).isIn("INFO", "WARN", "ERROR");
              assertThat(event.path("message").asText()).isNotBlank();
            });
  }

  @Test
  void aRecordThatCannotBeReadIsOneEventOfTheLogWithItsStackTrace() {
    var poison =
        Event.of(UpdateMessageGroupsHandler.class).stream()
            .filter(event -> event.name().contains("poison"));
    assertThat(log(UpdateMessageGroupsHandler.class.getName()))
        .hasSize((int) poison.count())
        .allSatisfy(
            event -> {
              assertThat(event.get("level").textValue()).isEqualTo("ERROR");
              assertThat(event.get("AWSRequestId").textValue()).isNotBlank();
              assertThat(event.get("message").textValue())
                  .contains("cannot be read")
                  .contains("\n\tat com.cruddur.messages.handler.StreamBatch.");
            });
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void noMessageTextNoTokenAndNoEmailAddressIsSaid(String handler) {
    var said = runs.said().get(handler);
    assertThat(privateTexts().toList())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            text -> {
              assertThat(said.log()).noneMatch(event -> event.contains(text));
              assertThat(said.pastTheLog()).doesNotContain(text);
            });
  }

  // Of all events: nothing of one may come out in the log of another either.
  private static Stream<String> privateTexts() {
    return Event.all().stream()
        .map(Event::json)
        .flatMap(
            event ->
                Stream.of(
                        event.findValues("message").stream().map(text -> text.path("S")),
                        event.findValues("authorization").stream(),
                        event.findValues("email").stream(),
                        Stream.of(body(event).path("message")))
                    .flatMap(texts -> texts))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isBlank())
        .distinct();
  }

  private static JsonNode body(JsonNode event) {
    try {
      return JSON.readTree(event.path("body").asText());
    } catch (JsonProcessingException e) {
      // Some events are about bodies that are none.
      return JSON.missingNode();
    }
  }

  private List<JsonNode> log(String handler) {
    return runs.said().get(handler).log().stream()
        .map(
            event -> {
              try {
                return JSON.readTree(event);
              } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + event, e);
              }
            })
        .toList();
  }
}
