package com.cruddur.messages.cli.patterns;

import com.cruddur.messages.cli.Column;
import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.DatabaseOptions;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.OutputOptions;
import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.user.User;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `patterns list-conversations`: pattern B.
@Command(
    name = "list-conversations",
    description = "Shows the inbox of a user, newest first.",
    footer = {"", "Example:", "  bin/cruddur patterns list-conversations andrewbrown --last 50"})
final class ListConversations implements Callable<Integer> {
  @Parameters(paramLabel = "HANDLE", description = "Whose inbox, with or without the @.")
  private String handle;

  @Mixin private ListOptions list;
  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private DatabaseOptions database;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    var last = list.last();
    var year = list.year();
    var out = output.open();
    var user = user();
    try (var backend = dynamoDb.connect()) {
      var repository = new InboxRepository(backend.table());
      var conversations = new ArrayList<MessageGroup>();
      Pages.newest(
          last,
          year,
          request -> repository.page(user.uuid(), request),
          page -> conversations.addAll(page.items()));
      show(conversations, out);
      out.text("%s read capacity units".formatted(backend.capacity().units()));
      out.document(json(user, conversations, backend.capacity().units()));
    }
    return ExitCode.DONE;
  }

  private User user() {
    var name = handle.startsWith("@") ? handle.substring(1) : handle;
    try (var users = database.directory()) {
      return users
          .byHandle(name)
          .orElseThrow(() -> CommandException.problem("there is no user with the handle " + name));
    }
  }

  private static void show(List<MessageGroup> conversations, Output out) {
    if (out.isJson()) {
      return;
    }
    out.columns(
        new Column("group", 36),
        new Column("with", 16),
        LocalTime.COLUMN,
        new Column("last message", 0));
    conversations.forEach(
        group ->
            out.row(
                null,
                group.uuid(),
                group.other().handle(),
                LocalTime.of(group.lastMessageAt()),
                group.lastMessage()));
  }

  private static ObjectNode json(User user, List<MessageGroup> conversations, double units) {
    var document = Output.object().put("uuid", user.uuid().toString()).put("handle", user.handle());
    var array = document.putArray("conversations");
    conversations.forEach(
        group ->
            array
                .addObject()
                .put("uuid", group.uuid().toString())
                .put("handle", group.other().handle())
                .put("display_name", group.other().displayName())
                .put("last_message_at", group.lastMessageAt().toString())
                .put("message", group.lastMessage()));
    return document.put("read_capacity_units", units);
  }
}
