package com.cruddur.messages.cli.rehearsal;

import com.cruddur.messages.embedded.DynamoDbLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the AOT cache of `bin/cruddur`, at the end of the build: the packaged commands are
/// rehearsed with DynamoDB Local, and the JVM keeps what it has loaded and linked.
///
/// See <https://openjdk.org/jeps/514>
final class AotCache {
  private AotCache() {}

  /// Makes `cruddur.aot` for `cruddur.jar` beside it.
  ///
  /// @param arguments the folder of both
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var target = Path.of(arguments[0]);
    var work = Files.createDirectories(target.resolve("rehearsal"));
    try (var dynamoDb = DynamoDbLocal.start(work)) {
      var rehearsal =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:AOTCacheOutput=" + target.resolve("cruddur.aot"),
                  "-XX:+UseSerialGC",
                  "-cp",
                  target.resolve("cruddur.jar").toString(),
                  "com.cruddur.messages.cli.Rehearsal",
                  dynamoDb.endpoint().toString())
              .inheritIO()
              .start();
      if (rehearsal.waitFor() != 0) {
        throw new IOException("the rehearsal ended with " + rehearsal.exitValue());
      }
    }
  }
}
