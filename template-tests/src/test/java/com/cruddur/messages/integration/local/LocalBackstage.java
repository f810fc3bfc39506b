package com.cruddur.messages.integration.local;

import com.cruddur.messages.integration.product.Backstage;
import com.cruddur.messages.integration.product.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The table of a `bin/dev`, and its failure store: the folder `failures` of the run.
///
/// @param temporary where the folder of the run is
record LocalBackstage(DynamoDbClient dynamoDb, Path temporary) implements Backstage {
  private static final String TABLE = "cruddur-messages";

  @Override
  public void put(Map<String, String> row) {
    dynamoDb.putItem(put -> put.tableName(TABLE).item(Rows.of(row)));
  }

  @Override
  public boolean hasGivenUp(String text) {
    try (var runs = Files.newDirectoryStream(temporary, "cruddur-messages-*")) {
      for (var run : runs) {
        if (anyContains(run.resolve("failures"), text)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean anyContains(Path failures, String text) throws IOException {
    if (!Files.isDirectory(failures)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(failures)) {
      // A name with a dot in front is a document that is still being written.
      return files
          .filter(file -> Files.isRegularFile(file))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .anyMatch(file -> contains(file, text));
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
