package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aspects;

/// What cdk-nag finds in the application is what `nag.txt` gives a reason for, neither more nor
/// less. A finding that is mended is to be taken from the list, and a new one mended or explained.
class NagTest {
  private static final Pattern FINDING = Pattern.compile("AwsSolutions-[A-Z]+[0-9]+(\\[[^]]*])?");

  /// @param stages where it is found
  private record Known(List<String> stages, String finding, String reason) {}

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void findingsAreThoseThatHaveAReason(String stage, @TempDir Path folder) {
    assertThat(findings(stage, folder))
        .containsExactlyInAnyOrderElementsOf(
            known().stream()
                .filter(known -> known.stages().contains(stage))
                .map(Known::finding)
                .toList());
  }

  @Test
  void everyFindingHasAReason() {
    assertThat(known())
        .isNotEmpty()
        .allSatisfy(known -> assertThat(known.reason()).hasSizeGreaterThan(20).endsWith("."));
  }

  private static List<String> findings(String stage, Path folder) {
    // In the report of the validator they would be faults, which end the synthesis.
    var context = AppContext.of(stage);
    context.values().put("@aws-cdk/core:annotationsInValidationReport", false);
    var app =
        SynthesizedApp.of(
            context,
            folder,
            a ->
                Aspects.of(a)
                    .add(new AwsSolutionsChecks(NagPackProps.builder().reports(false).build())));
    var findings = new ArrayList<String>();
    for (var stack : SynthesizedApp.STACKS) {
      var metadata = app.file(stack + ".metadata.json");
      for (var construct : metadata.properties()) {
        for (var entry : construct.getValue()) {
          finding(entry).ifPresent(id -> findings.add(id + " " + construct.getKey().substring(1)));
        }
      }
    }
    return findings;
  }

  private static Optional<String> finding(JsonNode entry) {
    var found = FINDING.matcher(entry.path("data").asText());
    return entry.get("type").textValue().matches("aws:cdk:(error|warning)") && found.lookingAt()
        ? Optional.of(found.group())
        : Optional.empty();
  }

  private static List<Known> known() {
    return Expectation.text("nag.txt")
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split(" \\| "))
        .map(parts -> new Known(List.of(parts[0].split(" ")), parts[1], parts[2]))
        .toList();
  }
}
