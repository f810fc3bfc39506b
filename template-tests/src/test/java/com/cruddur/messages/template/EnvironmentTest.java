package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same templates fit every account and region, and making them asks neither.
@ExtendWith(Synthesis.class)
class EnvironmentTest {
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void stacksAreBoundToNoAccountAndNoRegion(String stage, Apps apps) {
    var manifest = apps.stage(stage).file("manifest.json");
    assertThat(StreamSupport.stream(manifest.get("artifacts").spliterator(), false))
        .filteredOn(artifact -> artifact.get("type").textValue().equals("aws:cloudformation:stack"))
        .hasSize(SynthesizedApp.STACKS.size())
        .allMatch(
            stack ->
                stack
                    .get("environment")
                    .textValue()
                    .equals("aws://unknown-account/unknown-region"));
    assertThat(manifest.has("missing")).as("lookups").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void noAccountNumberNoRegionAndNoZoneStandsInATemplate(String stage, Apps apps) {
    for (var stack : SynthesizedApp.STACKS) {
      assertThat(apps.stage(stage).json(stack).toString())
          .doesNotContainPattern("(?<![0-9a-zA-Z])[0-9]{12}(?![0-9a-zA-Z])")
          .doesNotContainPattern("(us|eu|ap|sa|ca|af|me|il|mx)-[a-z]+-[0-9]");
    }
  }
}
