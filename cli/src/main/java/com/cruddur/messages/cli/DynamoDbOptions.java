package com.cruddur.messages.cli;

import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/// Which DynamoDB, which table, and how fast it may be read.
public final class DynamoDbOptions {
  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = {
        "A DynamoDB outside AWS, http://localhost:8000; otherwise the environment variable"
            + " DYNAMODB_ENDPOINT; where neither says one: AWS."
      })
  private Optional<String> endpoint = Optional.empty();

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description =
          "The table; otherwise the environment variable TABLE_NAME, or cruddur-messages.")
  private Optional<String> table = Optional.empty();

  @Option(
      names = "--rcu",
      paramLabel = "N",
      description = "Reads at most N read capacity units a second.")
  private Optional<Double> rcu = Optional.empty();

  /// Opens it; nothing is sent yet.
  ///
  /// @throws CommandException when an option is none
  public Backend connect() {
    return connect(tableName());
  }

  /// The same for another table.
  public Backend connect(String tableName) {
    return Backend.connect(endpoint(), tableName, rcu());
  }

  private String tableName() {
    return table.orElseGet(MessagesTable::nameFromEnvironment);
  }

  private OptionalDouble rcu() {
    if (rcu.filter(units -> units <= 0 || units.isNaN()).isPresent()) {
      throw CommandException.wrongUse("--rcu takes a number above 0, not " + rcu.get());
    }
    return rcu.stream().mapToDouble(Double::doubleValue).findFirst();
  }

  private Optional<URI> endpoint() {
    return endpoint
        .or(() -> Optional.ofNullable(System.getenv(DynamoDb.ENDPOINT_VARIABLE)))
        .filter(text -> !text.isBlank())
        .map(DynamoDbOptions::uri);
  }

  private static URI uri(String text) {
    try {
      var uri = URI.create(text);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for every other text that is no URL.
    }
    throw CommandException.wrongUse(
        "the endpoint %s is no URL like http://localhost:8000".formatted(text));
  }
}
