package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnResource;

/// What the CDK library's validator of CloudFormation templates says of ours, while they are
/// synthesized: `@aws-cdk/core:validateAgainstDefaultRules` in `infra/cdk.json`.
@ExtendWith(Synthesis.class)
class ValidatorTest {
  private static final String REPORT = "validation-report.json";

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void templatesAreFreeOfErrorsAndOfWarnings(String stage, Apps apps) {
    var report = apps.stage(stage).file(REPORT);
    assertThat(report.get("title").textValue()).isEqualTo("Validation Report");
    assertThat(violations(report)).isEmpty();
  }

  // A wrong value is no more than a warning, which stops nobody from deploying it.
  @Test
  void wrongValueIsNoticed(@TempDir Path folder) {
    var app =
        SynthesizedApp.of(
            AppContext.of("dev"), folder, a -> set(table(a), "BillingMode", "PAY_BY_REQUEST"));
    assertThat(violations(app.file(REPORT)))
        .singleElement()
        .asString()
        .startsWith("warning W3030 BillingMode: 'PAY_BY_REQUEST'");
  }

  @Test
  void unknownPropertyIsNoticed(@TempDir Path folder) {
    assertThatThrownBy(
            () ->
                SynthesizedApp.of(
                    AppContext.of("dev"), folder, a -> set(table(a), "TimeToLive", "expires_at")))
        .hasMessageContaining("ValidationFailed");
    assertThat(violations(new SynthesizedApp(AppContext.of("dev"), folder).file(REPORT)))
        .singleElement()
        .asString()
        .startsWith("error F3002 TimeToLive");
  }

  private static List<String> violations(JsonNode report) {
    return report
        .get("pluginReports")
        .valueStream()
        .flatMap(plugin -> plugin.get("violations").valueStream())
        .map(
            violation ->
                "%s %s %s"
                    .formatted(
                        violation.get("severity").textValue(),
                        violation.get("ruleName").textValue(),
                        violation.get("description").textValue()))
        .toList();
  }

  private static CfnResource table(App app) {
    return (CfnResource)
        app.getNode()
            .findChild(SynthesizedApp.DATA)
            .getNode()
            .findChild("MessagesTable")
            .getNode()
            .findChild("Table")
            .getNode()
            .getDefaultChild();
  }

  private static void set(CfnResource resource, String property, String value) {
    resource.addPropertyOverride(property, value);
  }
}
