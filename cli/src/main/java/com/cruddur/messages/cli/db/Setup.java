package com.cruddur.messages.cli.db;

import com.cruddur.messages.cli.Confirmation;
import com.cruddur.messages.cli.DatabaseOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.OutputOptions;
import com.cruddur.messages.seed.UserSeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `db setup`.
@Command(
    name = "setup",
    description = {
      "Makes the table public.users with its indexes, and adds andrewbrown, bayko and loren. What"
          + " is there already stays as it is.",
      "The database itself has to be there. The functions' roles are not made: bin/deploy does"
          + " that, and nothing local needs them."
    },
    footer = {"", "Example:", "  bin/cruddur db setup"})
final class Setup implements Callable<Integer> {
  private static final String TABLE_THERE = Sql.of("users-table-there.sql");

  private record Made(boolean table, int users) {}

  @Mixin private DatabaseOptions database;
  @Mixin private Confirmation confirmation;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws SQLException {
    var out = output.open();
    var users = new UsersDatabase(database.url());
    confirmation.ask(database.target(), "makes the users' table and three users in");
    var made = users.change(Setup::setUp);
    out.text(
        "%s the table public.users, added %d of 3 users"
            .formatted(made.table() ? "made" : "found", made.users()));
    out.document(Output.object().put("table_made", made.table()).put("users_added", made.users()));
    return ExitCode.DONE;
  }

  private static Made setUp(Connection connection) throws SQLException {
    var wasThere = isTableThere(connection);
    UserSeed.createTable(connection);
    return new Made(!wasThere, UserSeed.apply(connection));
  }

  private static boolean isTableThere(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(TABLE_THERE);
        var row = statement.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
