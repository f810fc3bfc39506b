package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The bills of materials (CycloneDX) that the build makes of what is deployed, and the licences in
/// them.
///
/// See <https://cyclonedx.org/specification/overview/>
class BillOfMaterialsTest {
  private static final Path OF_THE_FUNCTIONS = Path.of("../functions/target/bom.json");
  private static final Path OF_THE_PAGE = Path.of("../frontend/target/bom.json");

  @Test
  void namesEveryJarOfTheArchiveAndNoOther() throws IOException {
    var jars =
        FunctionArchive.files().stream()
            .filter(file -> file.endsWith(".jar"))
            .map(file -> file.substring("lib/".length()));
    assertThat(components(OF_THE_FUNCTIONS))
        .extracting(
            component -> "%s-%s.jar".formatted(text(component, "name"), text(component, "version")))
        .containsExactlyInAnyOrderElementsOf(jars.toList());
  }

  @Test
  void everyLicenceIsOneThatWasLookedAt() throws IOException {
    assertThat(licences(OF_THE_FUNCTIONS))
        .isEqualTo(Expectation.text("licences-of-the-functions.txt"));
    assertThat(licences(OF_THE_PAGE)).isEqualTo(Expectation.text("licences-of-the-page.txt"));
  }

  private static String licences(Path bill) throws IOException {
    return components(bill)
        .map(component -> licence(component) + "  " + name(component) + "\n")
        .sorted()
        .collect(Collectors.joining());
  }

  private static String licence(JsonNode component) {
    return component
        .path("licenses")
        .valueStream()
        .map(of -> of.at("/license/id").asText(of.path("expression").asText()))
        .collect(Collectors.joining(" and "));
  }

  private static String name(JsonNode component) {
    var group = component.path("group").asText();
    return (group.isEmpty() ? "" : group + ":") + text(component, "name");
  }

  private static Stream<JsonNode> components(Path bill) throws IOException {
    return Json.node(Files.readString(bill)).get("components").valueStream();
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).textValue();
  }
}
