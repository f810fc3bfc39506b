package com.cruddur.messages.cli.patterns;

import picocli.CommandLine.Command;

/// The access patterns of the functions, as an operator reads them.
@Command(
    name = "patterns",
    description = "Reads conversations and inboxes as the functions do, with what it costs.",
    subcommands = {GetConversation.class, ListConversations.class})
public final class Patterns {}
