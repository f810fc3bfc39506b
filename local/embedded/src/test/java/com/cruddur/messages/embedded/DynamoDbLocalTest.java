package com.cruddur.messages.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbLocalTest {
  @TempDir private Path work;

  @Test
  void endsWithItsOwnerAndNotWithCtrlC() throws Exception {
    ProcessHandle process;
    try (var dynamoDb = DynamoDbLocal.start(work)) {
      process = ProcessHandle.of(dynamoDb.pid()).orElseThrow();
      var interrupt = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
      assertThat(interrupt.waitFor()).isZero();
      assertThatThrownBy(() -> process(dynamoDb).onExit().get(1, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
    }
    assertThat(process.isAlive()).isFalse();
  }

  private static ProcessHandle process(DynamoDbLocal dynamoDb) {
    return ProcessHandle.of(dynamoDb.pid()).orElseThrow();
  }
}
