package com.cruddur.messages.cli.patterns;

import com.cruddur.messages.cli.Column;
import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.OutputOptions;
import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.table.MessageRepository;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `patterns get-conversation`: pattern A.
@Command(
    name = "get-conversation",
    description = "Shows the newest messages of a conversation, oldest first.",
    footer = {
      "",
      "Examples:",
      "  bin/cruddur patterns get-conversation 5ae290ed-55d1-47a0-bc6d-fe2bc2700399 --last 5",
      "  bin/cruddur patterns get-conversation 5ae290ed-55d1-47a0-bc6d-fe2bc2700399 --year 2023"
    })
final class GetConversation implements Callable<Integer> {
  @Parameters(paramLabel = "GROUP", description = "The uuid of the conversation.")
  private String group;

  @Mixin private ListOptions list;
  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    var uuid =
        MessageGroup.parseUuid(group)
            .orElseThrow(() -> CommandException.wrongUse("GROUP takes a uuid, not " + group));
    var last = list.last();
    var year = list.year();
    var out = output.open();
    try (var backend = dynamoDb.connect()) {
      var repository = new MessageRepository(backend.table());
      var messages = new ArrayDeque<Message>();
      Pages.newest(
          last,
          year,
          request -> repository.page(uuid, request),
          page -> page.items().reversed().forEach(messages::addFirst));
      if (messages.isEmpty()) {
        throw CommandException.problem("there is no message in group " + uuid);
      }
      show(messages, out);
      out.text("%s read capacity units".formatted(backend.capacity().units()));
      out.document(json(messages, backend.capacity().units()));
    }
    return ExitCode.DONE;
  }

  private static void show(Deque<Message> messages, Output out) {
    if (out.isJson()) {
      return;
    }
    out.columns(new Column("handle", 16), LocalTime.COLUMN, new Column("message", 0));
    messages.forEach(
        message ->
            out.row(
                null,
                message.sender().handle(),
                LocalTime.of(message.createdAt()),
                message.text()));
  }

  private static ObjectNode json(Deque<Message> messages, double units) {
    var document = Output.object();
    var array = document.putArray("messages");
    messages.forEach(
        message ->
            array
                .addObject()
                .put("uuid", message.uuid().toString())
                .put("handle", message.sender().handle())
                .put("display_name", message.sender().displayName())
                .put("created_at", message.createdAt().toString())
                .put("message", message.text()));
    return document.put("read_capacity_units", units);
  }
}
