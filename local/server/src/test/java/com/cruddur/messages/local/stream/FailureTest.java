package com.cruddur.messages.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void logSaysWhatFailedAndWhereButNoWordOfTheMessage() {
    var failure = new UncheckedIOException("secret", new IOException("secret"));

    assertThat(Failure.withoutMessage(failure))
        .startsWith("java.io.UncheckedIOException caused by java.io.IOException at ")
        .contains("FailureTest.java:")
        .doesNotContain("secret");
  }
}
