package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Synthesis.class)
class RoleTest {
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void rolesMayDoWhatIsWrittenInRolesTxtAndNothingElse(String stage, Apps apps) {
    assertThat(Role.all(apps.stage(stage)).stream().map(Role::text).collect(Collectors.joining()))
        .isEqualTo(Expectation.text("roles.txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void nothingGivesARoleMoreThanItsOwnStatements(String stage, Apps apps) {
    for (var stack : SynthesizedApp.WITH_FUNCTIONS) {
      assertThat(ReadableTemplate.of(apps.stage(stage), stack).resources().values())
          .extracting(resource -> resource.get("Type").textValue())
          .filteredOn(type -> type.startsWith("AWS::IAM::"))
          .containsOnly("AWS::IAM::Role");
    }
  }

  @Test
  void noFunctionOfOursHasAPolicyOfAws(Apps apps) {
    for (var function : DeployedFunction.values()) {
      assertThat(Role.of(apps.dev(), function).managed()).isEmpty();
    }
  }

  // CloudFormation and IAM take any name, and one that no service has allows nothing.
  @Test
  void everyActionIsOfAServiceThatWeUse(Apps apps) {
    assertThat(Role.all(apps.dev()))
        .flatExtracting(Role::statements)
        .flatExtracting(Statement::actions)
        .extracting(action -> action.substring(0, action.indexOf(':')))
        .isSubsetOf("dynamodb", "ec2", "lambda", "logs", "rds-db", "s3", "xray");
  }
}
