package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Synthesis.class)
class SynthesizedAppTest {
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void stageIsFiveStacksNamedAfterIt(String stage, Apps apps) {
    assertThat(stacks(apps.stage(stage)))
        .extracting(stack -> stack.get("stackName").textValue())
        .containsExactly(
            "CruddurMessages-" + stage + "-Page",
            "CruddurMessages-" + stage + "-Data",
            "CruddurMessages-" + stage + "-SignIn",
            "CruddurMessages-" + stage + "-Messaging",
            "CruddurMessages-" + stage + "-PageFiles");
  }

  @ParameterizedTest
  @CsvSource({"dev, false", "prod, true"})
  void noStackOfProdIsDeletedByMistake(String stage, boolean isProtected, Apps apps) {
    assertThat(stacks(apps.stage(stage)))
        .extracting(stack -> stack.path("terminationProtection").booleanValue())
        .hasSize(SynthesizedApp.STACKS.size())
        .containsOnly(isProtected);
  }

  private static List<JsonNode> stacks(SynthesizedApp app) {
    return StreamSupport.stream(app.file("manifest.json").get("artifacts").spliterator(), false)
        .filter(artifact -> artifact.get("type").textValue().equals("aws:cloudformation:stack"))
        .map(stack -> stack.get("properties"))
        .toList();
  }
}
