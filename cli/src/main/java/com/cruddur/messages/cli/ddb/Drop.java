package com.cruddur.messages.cli.ddb;

import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.Confirmation;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.OutputOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/// `ddb drop`.
@Command(
    name = "drop",
    description = {
      "Deletes a table with everything in it, for good.",
      "Outside the local environment its name has to be typed again."
    },
    footer = {"", "Example:", "  bin/cruddur ddb drop cruddur-messages"})
final class Drop implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "The table.")
  private String table;

  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private Confirmation confirmation;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    var out = output.open();
    try (var backend = dynamoDb.connect(table)) {
      var client = backend.client();
      var description = client.describeTable(request -> request.tableName(table)).table();
      if (Boolean.TRUE.equals(description.deletionProtectionEnabled())) {
        throw CommandException.problem(
            "the table %s is protected against deletion; who may lift that finds it in its settings"
                .formatted(table));
      }
      confirmation.ask(backend.target(), "deletes, with everything in it,", table);
      client.deleteTable(request -> request.tableName(table));
      try (var waiter = client.waiter()) {
        waiter.waitUntilTableNotExists(request -> request.tableName(table));
      }
      out.text("deleted the table " + table);
      out.document(Output.object().put("table", table).put("deleted", true));
    } catch (ResourceNotFoundException e) {
      throw CommandException.wrongUse(
          "there is no table %s; bin/cruddur ddb list-tables shows which there are"
              .formatted(table));
    }
    return ExitCode.DONE;
  }
}
