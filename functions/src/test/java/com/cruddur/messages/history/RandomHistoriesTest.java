package com.cruddur.messages.history;

import com.cruddur.messages.embedded.DynamoDbLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// The laws hold in every history. How many are tried is a setting of the build, 2,000 with
/// `bin/test -Pstress`; a failure names the seed that brings it back.
class RandomHistoriesTest {
  private static Path work;
  private static DynamoDbLocal dynamoDb;

  @BeforeContainer
  static void start() throws IOException {
    work = Files.createTempDirectory("cruddur-messages-test");
    dynamoDb = DynamoDbLocal.start(work);
  }

  @AfterContainer
  static void stop() throws IOException {
    dynamoDb.close();
    try (var files = Files.walk(work)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property
  void nothingIsLostDoubledOrMovedBackInAnyHistory(@ForAll("histories") History history)
      throws Throwable {
    try (var world = new World(dynamoDb)) {
      world.play(history);
    }
  }

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }
}
