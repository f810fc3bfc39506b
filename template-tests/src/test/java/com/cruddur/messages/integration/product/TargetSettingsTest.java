package com.cruddur.messages.integration.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.cruddur.messages.integration.product.TargetSettings.Kind;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetSettingsTest {
  private static TargetSettings of(Map<String, String> properties) {
    return TargetSettings.of(name -> Optional.ofNullable(properties.get(name)));
  }

  @Test
  void localIsTheDefaultAndNothingIsRequired() {
    assertThat(of(Map.of()))
        .isEqualTo(
            new TargetSettings(Kind.LOCAL, false, Optional.empty(), "host.docker.internal", "dev"));
  }

  @Test
  void everyPropertyCounts() {
    var given =
        Map.of(
            "it.target", "aws",
            "it.required", "true",
            "it.endpoint", "http://localhost:4566",
            "it.host", "172.17.0.1",
            "it.stage", "prod");
    assertThat(of(given))
        .isEqualTo(
            new TargetSettings(
                Kind.AWS,
                true,
                Optional.of(URI.create("http://localhost:4566")),
                "172.17.0.1",
                "prod"));
  }

  @ParameterizedTest
  @CsvSource({"it.target,Local", "it.required,yes", "it.endpoint,localhost:4566"})
  void whatHasNoMeaningIsNamed(String property, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Map.of(property, value)))
        .withMessageStartingWith("-D" + property + "=" + value + ": ");
  }
}
