package com.cruddur.messages.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/// What becomes of a test when its target is not there.
class TargetTest {
  @ExtendWith(OnTarget.class)
  static class Sample {
    @Test
    void runsOnTheTarget(Api api) {
      assertThat(api.users()).isNotNull();
    }
  }

  @Test
  void missingTargetSkipsWithTheReason() throws IOException {
    var endpoint = nowhere();
    var result = run("it.target", "localstack", "it.endpoint", endpoint);
    assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED);
    assertThat(reason(result))
        .startsWith("no LocalStack: nothing answers at " + endpoint)
        .contains("-Dit.endpoint");
  }

  @Test
  void missingTargetFailsWhereItIsRequired() throws IOException {
    var endpoint = nowhere();
    var result = run("it.target", "localstack", "it.endpoint", endpoint, "it.required", "true");
    assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.FAILED);
    assertThat(reason(result))
        .startsWith("required, but no LocalStack: nothing answers at " + endpoint);
  }

  @Test
  void unknownTargetIsAnErrorThatNamesTheKnownOnes() {
    var result = run("it.target", "moon");
    assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.FAILED);
    assertThat(reason(result))
        .isEqualTo("-Dit.target=moon: there is no such target, only local, localstack, aws");
  }

  private static TestExecutionResult run(String... namesAndValues) {
    // The build's own properties are for the build's own tests.
    var engine =
        EngineTestKit.engine("junit-jupiter")
            .enableImplicitConfigurationParameters(false)
            .selectors(selectClass(Sample.class));
    for (var i = 0; i < namesAndValues.length; i += 2) {
      engine.configurationParameter(namesAndValues[i], namesAndValues[i + 1]);
    }
    return engine.execute().testEvents().finished().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .findFirst()
        .orElseThrow();
  }

  private static String reason(TestExecutionResult result) {
    return result.getThrowable().orElseThrow().getMessage();
  }

  private static String nowhere() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://localhost:" + free.getLocalPort();
    }
  }
}
