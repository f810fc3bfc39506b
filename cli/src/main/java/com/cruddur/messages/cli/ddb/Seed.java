package com.cruddur.messages.cli.ddb;

import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.Confirmation;
import com.cruddur.messages.cli.DatabaseOptions;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.OutputOptions;
import com.cruddur.messages.seed.ConversationSeed;
import com.cruddur.messages.seed.UnknownUserException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ddb seed`.
@Command(
    name = "seed",
    description = {
      "Writes the conversation to start with, between andrewbrown and bayko.",
      "Both are looked up in the users' database. Where the conversation is already, nothing"
          + " changes."
    },
    footer = {"", "Example:", "  bin/cruddur ddb seed"})
final class Seed implements Callable<Integer> {
  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private DatabaseOptions database;
  @Mixin private Confirmation confirmation;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    var out = output.open();
    try (var backend = dynamoDb.connect();
        var users = database.directory()) {
      confirmation.ask(backend.target(), "writes a conversation into");
      var written = new ConversationSeed(backend.table(), users, InstantSource.system()).apply();
      out.text("wrote %d messages into group %s".formatted(written, ConversationSeed.GROUP_UUID));
      out.document(
          Output.object()
              .put("message_group_uuid", ConversationSeed.GROUP_UUID.toString())
              .put("messages_written", written));
    } catch (UnknownUserException e) {
      throw CommandException.problem(e.getMessage() + ": bin/cruddur db setup makes the users");
    }
    return ExitCode.DONE;
  }
}
