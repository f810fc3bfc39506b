package com.cruddur.messages.cli.ddb;

import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.Confirmation;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.OutputOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ddb schema-load`.
@Command(
    name = "schema-load",
    description = {
      "Makes the table with its index, its stream and its expiry, and waits until it is active.",
      "Where it is already, its expiry is switched on if it is not, and nothing else changes; one"
          + " of another shape is reported. Point-in-time recovery and protection against deletion"
          + " are a stage's: bin/deploy makes the table with them."
    },
    footer = {"", "Example:", "  bin/cruddur ddb schema-load --table cruddur-messages-test"})
final class SchemaLoad implements Callable<Integer> {
  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private Confirmation confirmation;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    var out = output.open();
    try (var backend = dynamoDb.connect()) {
      var schema = new Schema(backend.client(), backend.table().name());
      var found = schema.find();
      var differences = found.map(Schema::differences).orElse(List.of());
      if (!differences.isEmpty()) {
        throw CommandException.problem(
            "the table %s is another one: %s; name another with --table"
                .formatted(backend.table().name(), String.join("; ", differences)));
      }
      var isNew = found.isEmpty();
      if (isNew || !schema.expires()) {
        confirmation.ask(backend.target(), isNew ? "makes" : "switches on the expiry of");
        schema.load(isNew);
      }
      out.text(
          "the table %s %s"
              .formatted(backend.table().name(), isNew ? "has been made" : "is as it should be"));
      out.document(Output.object().put("table", backend.table().name()).put("made", isNew));
    }
    return ExitCode.DONE;
  }
}
