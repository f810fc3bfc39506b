package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that an account gets, and no more: a stage is made of the resources that
/// `resources.txt` counts, whatever its settings are like otherwise.
@ExtendWith(Synthesis.class)
class ResourceListTest {
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void stageHasTheseResourcesAndNoOthers(String stage, Apps apps) {
    assertThat(resources(apps.stage(stage))).isEqualTo(Expectation.text("resources.txt"));
  }

  static String resources(SynthesizedApp app) {
    return SynthesizedApp.STACKS.stream()
        .map(stack -> stack + "\n" + counts(ReadableTemplate.of(app, stack)))
        .collect(Collectors.joining());
  }

  private static String counts(ReadableTemplate template) {
    var counts = new TreeMap<String, Integer>();
    for (var resource : template.resources().values()) {
      counts.merge(resource.get("Type").textValue(), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(count -> "%3d %s\n".formatted(count.getValue(), count.getKey()))
        .collect(Collectors.joining());
  }
}
