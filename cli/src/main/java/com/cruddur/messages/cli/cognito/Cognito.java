package com.cruddur.messages.cli.cognito;

import picocli.CommandLine.Command;

/// The commands on the user pool.
@Command(
    name = "cognito",
    description = "The Cognito user pool, where people sign in.",
    subcommands = ListUsers.class)
public final class Cognito {}
