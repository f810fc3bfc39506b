package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `sam local invoke -t STACK.template.json ID` needs of a template: a short id that stays,
/// the archive beside the template, and every variable declared, because it sets no others.
@ExtendWith(Synthesis.class)
class SamTest {
  private final SynthesizedApp app;

  SamTest(Apps apps) {
    this.app = apps.dev();
  }

  @ParameterizedTest
  @EnumSource
  void functionIsFoundByItsNameAndItsArchiveBesideTheTemplate(DeployedFunction function) {
    var metadata = resource(function).get("Metadata");
    assertThat(metadata.get("aws:cdk:path").textValue())
        .isEqualTo(function.stack() + "/" + function.id() + "/Resource");
    assertThat(metadata.get("aws:asset:property").textValue()).isEqualTo("Code");
    assertThat(app.folder().resolve(metadata.get("aws:asset:path").textValue()))
        .isRegularFile()
        .hasExtension("zip");
    assertThat(resource(function).at("/Properties/Handler").textValue())
        .isEqualTo(function.handler().getName());
  }

  @ParameterizedTest
  @EnumSource
  void everyVariableIsDeclaredAndThoseOfTheTableAsText(DeployedFunction function) {
    var variables = resource(function).at("/Properties/Environment/Variables");
    assertThat(variables.properties())
        .extracting(variable -> variable.getKey())
        .containsExactlyInAnyOrderElementsOf(function.environment().keySet());
    for (var name : Set.of("TABLE_NAME", "DYNAMODB_ENDPOINT")) {
      if (function.environment().containsKey(name)) {
        assertThat(variables.get(name).isTextual()).as(name).isTrue();
        assertThat(variables.get(name).textValue()).isEqualTo(function.environment().get(name));
      }
    }
  }

  private JsonNode resource(DeployedFunction function) {
    return app.json(function.stack()).get("Resources").get(function.id());
  }
}
