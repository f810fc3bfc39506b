package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Synthesis.class)
class SynthesizedAppTest {
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void stageIsThreeStacksNamedAfterIt(String stage, Apps apps) {
    var artifacts = apps.stage(stage).file("manifest.json").get("artifacts");
    assertThat(StreamSupport.stream(artifacts.spliterator(), false))
        .filteredOn(artifact -> artifact.get("type").textValue().equals("aws:cloudformation:stack"))
        .extracting(stack -> stack.get("properties").get("stackName").textValue())
        .containsExactly(
            "CruddurMessages-" + stage + "-Data",
            "CruddurMessages-" + stage + "-SignIn",
            "CruddurMessages-" + stage + "-Messaging");
  }
}
