package com.cruddur.messages.cli.db;

import picocli.CommandLine.Command;

/// The commands on the users' database.
@Command(
    name = "db",
    description = "The users' database in Postgres.",
    subcommands = {Setup.class, UpdateCognitoUserIds.class})
public final class Db {}
