package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The log as Lambda gets it, in a JVM with the archive's log configuration.
class LambdaLogTest {
  private final ChildJvm jvm =
      ChildJvm.start(
          LambdaLogProgram.class, Map.of(), List.of(), List.of(Path.of("src/main/lambda")));

  @AfterEach
  void stop() {
    jvm.close();
  }

  @Test
  void aFailureIsOneEventWithItsLevelAndItsStackTrace() {
    assertThat(jvm.line())
        .matches("ERROR Api - request \\S+ failed\\\\n.*")
        .contains(
            "\\n"
                + "java.lang.IllegalStateException: bröken\\n"
                + "\tat com.cruddur.messages.handler.LambdaLogProgram")
        .contains("LambdaLogProgram.main(")
        .endsWith(")");
  }

  @Test
  void whatOthersWriteIsAnEventToo() {
    assertThat(jvm.rest())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("UNDEFINED ")
        .endsWith("not by slf4j");
  }
}
