package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The functions as a container image: what is different, and that nothing else is.
@ExtendWith(Synthesis.class)
class ImageTest {
  // Lambda refuses them of an image.
  // https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
  private static final List<String> OF_ARCHIVES =
      List.of("Handler", "Runtime", "SnapStart", "Layers");

  private final Variant variant;

  ImageTest(Apps apps) {
    this.variant = new Variant(apps.dev(), apps.image());
  }

  @Test
  void everyFunctionIsItsHandlerInTheOneImage() {
    assertThat(DeployedFunction.values())
        .allSatisfy(
            function -> {
              var inArchive =
                  ReadableTemplate.of(variant.dev(), function.stack()).properties(function.id());
              var inImage = variant.template(function.stack()).properties(function.id());
              assertThat(inImage.get("PackageType").textValue()).isEqualTo("Image");
              assertThat(inImage.at("/ImageConfig/Command/0")).isEqualTo(inArchive.get("Handler"));
              assertThat(inImage.at("/Code/ImageUri").toString()).contains("container-assets");
            });
  }

  @Test
  void nothingElseOfAFunctionChanges() {
    assertThat(DeployedFunction.values())
        .allSatisfy(
            function -> {
              var expected =
                  (ObjectNode)
                      ReadableTemplate.of(variant.dev(), function.stack())
                          .properties(function.id())
                          .deepCopy();
              expected.remove(OF_ARCHIVES);
              expected.remove("Code");
              var inImage =
                  (ObjectNode)
                      variant.template(function.stack()).properties(function.id()).deepCopy();
              inImage.remove(List.of("Code", "PackageType", "ImageConfig"));
              assertThatJson(inImage).isEqualTo(expected);
            });
  }

  @Test
  void noOtherResourceComesOrGoes() {
    // A version's id says what it is a version of.
    assertThat(variant.missing()).allMatch(name -> name.contains("CurrentVersion"));
    assertThat(variant.added()).allMatch(name -> name.contains("CurrentVersion"));
  }
}
