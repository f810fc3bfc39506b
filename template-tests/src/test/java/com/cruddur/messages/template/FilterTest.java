package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.events.Event;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.event.ruler.Machine;

/// Which records of the stream's events reach the function, by the filter of the template and the
/// rule engine that AWS published.
///
/// See <https://github.com/aws/event-ruler>
@ExtendWith(Synthesis.class)
class FilterTest {
  private static final String PREFIX = "update-message-groups-";

  private final Machine filter = Machine.builder().build();

  FilterTest(Apps apps) throws Exception {
    filter.addRule("filter", pattern(apps.dev()));
  }

  @ParameterizedTest
  @CsvSource({
    "insert, i",
    "modify, -",
    "remove, --",
    "group-row, --",
    "own-rewrite, ----",
    "several, iii",
    "two-groups, iii",
    "mixed, -i-----i",
    "repeated, ii",
    "older, i",
    "python, i",
    "poison, i",
    "poison-in-the-middle, iii",
    "empty, ''"
  })
  void letsNothingButTheInsertedMessagesThrough(String event, String expected) throws Exception {
    var passed = new StringBuilder();
    for (var record : Event.named(PREFIX + event).json().get("Records")) {
      passed.append(filter.rulesForJSONEvent(record.toString()).isEmpty() ? '-' : 'i');
    }
    assertThat(passed).hasToString(expected);
  }

  @Test
  void everyEventOfTheStreamIsFiltered() throws NoSuchMethodException {
    var filtered =
        FilterTest.class
            .getDeclaredMethod(
                "letsNothingButTheInsertedMessagesThrough", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .value();
    assertThat(Stream.of(filtered).map(line -> PREFIX + line.split(",", 2)[0]))
        .containsExactlyInAnyOrderElementsOf(
            Event.of(UpdateMessageGroupsHandler.class).stream().map(Event::name).toList());
  }

  private static String pattern(SynthesizedApp app) {
    var filters = new ArrayList<JsonNode>();
    for (var resource : app.json(SynthesizedApp.MESSAGING).get("Resources")) {
      if (resource.get("Type").textValue().equals("AWS::Lambda::EventSourceMapping")) {
        resource.at("/Properties/FilterCriteria/Filters").forEach(filters::add);
      }
    }
    assertThat(filters).hasSize(1);
    return filters.getFirst().get("Pattern").textValue();
  }
}
