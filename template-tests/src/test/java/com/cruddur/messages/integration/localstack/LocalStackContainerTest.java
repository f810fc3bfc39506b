package com.cruddur.messages.integration.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Runtime.Version;
import org.junit.jupiter.api.Test;

class LocalStackContainerTest {
  // https://github.com/localstack/localstack/releases
  @Test
  void imageIsNoneThatNeedsAToken() {
    assertThat(LocalStackContainer.IMAGE).isEqualTo("localstack/localstack");
    assertThat(Version.parse(LocalStackContainer.TAG.replaceFirst("\\.0$", "")))
        .isLessThanOrEqualTo(Version.parse("4.14"));
  }
}
