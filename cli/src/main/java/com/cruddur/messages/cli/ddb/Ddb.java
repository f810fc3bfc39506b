package com.cruddur.messages.cli.ddb;

import picocli.CommandLine.Command;

/// The commands on the table as such.
@Command(
    name = "ddb",
    description = "The DynamoDB table: makes, lists, deletes, seeds and shows it.",
    subcommands = {SchemaLoad.class, ListTables.class, Drop.class, Seed.class, Scan.class})
public final class Ddb {}
