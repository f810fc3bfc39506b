package com.cruddur.messages.cli.cognito;

import com.cruddur.messages.cli.Column;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.OutputOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `cognito list-users`.
@Command(
    name = "list-users",
    description = {
      "Lists handle and sub of everybody in the user pool. E-mail addresses are not asked for.",
      "Who has no handle, or has not been confirmed, is reported on standard error too; the exit"
          + " code is 0 all the same.",
      "It needs cognito-idp:ListUsers. Where somebody has no handle, Cognito lists the users only"
          + " one by one, which takes a while."
    },
    footer = {
      "",
      "Examples:",
      "  bin/cruddur cognito list-users --user-pool-id eu-central-1_AbCdEf123",
      "  bin/cruddur cognito list-users --output json | jq 'select(.handle == null)'"
    })
final class ListUsers implements Callable<Integer> {
  @Mixin private UserPoolOptions userPool;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    var out = output.open();
    try (var pool = userPool.open()) {
      out.columns(new Column("handle", 24), new Column("sub", 36), new Column("status", 0));
      pool.forEach(user -> show(user, out));
    }
    return ExitCode.DONE;
  }

  private static void show(PoolUser user, Output out) {
    out.row(
        Output.object()
            .put("handle", user.handle().orElse(null))
            .put("sub", user.sub())
            .put("status", user.status()),
        user.handle().orElse("-"),
        user.sub(),
        user.status());
    if (user.handle().isEmpty()) {
      out.note("%s has no handle".formatted(user.sub()));
    }
    if (!user.isConfirmed()) {
      out.note("%s is not confirmed: %s".formatted(user.sub(), user.status()));
    }
  }
}
