package com.cruddur.messages.cli.db;

import com.cruddur.messages.cli.Confirmation;
import com.cruddur.messages.cli.DatabaseOptions;
import com.cruddur.messages.cli.OutputOptions;
import com.cruddur.messages.cli.Progress;
import com.cruddur.messages.cli.cognito.PoolUser;
import com.cruddur.messages.cli.cognito.UserPool;
import com.cruddur.messages.cli.cognito.UserPoolOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `db update-cognito-user-ids`.
@Command(
    name = "update-cognito-user-ids",
    description = {
      "Gives the users' rows that were there before sign-in existed the subs of the user pool, by"
          + " exact handle, all of them or none.",
      "Whoever is not confirmed gets nothing, and where a handle is not of exactly one user and one"
          + " row, or the row belongs to somebody else in the pool, nothing changes and you decide:"
          + " the exit code is 1 unless everybody is updated or unchanged.",
      "It waits a few seconds for registrations and keeps new ones waiting while it writes. It"
          + " needs cognito-idp:ListUsers and, in the database, SELECT and UPDATE on public.users."
    },
    footer = {
      "",
      "Examples:",
      "  bin/cruddur db update-cognito-user-ids --dry-run",
      "  bin/cruddur db update-cognito-user-ids --output json | jq .counts"
    })
final class UpdateCognitoUserIds implements Callable<Integer> {
  @Option(names = "--dry-run", description = "Only says what would be done.")
  private boolean dryRun;

  @Mixin private UserPoolOptions userPool;
  @Mixin private DatabaseOptions database;
  @Mixin private Confirmation confirmation;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws SQLException {
    var report = new Report(output.openForWork(), dryRun);
    var users = new UsersDatabase(database.url());
    try (var pool = userPool.open()) {
      // Before the pool is read, see Matching.
      var before = Set.copyOf(users.read(UserRows::all));
      var inPool = everybody(pool);
      if (dryRun) {
        return report.of(
            users.read(rows -> new Matching(inPool, UserRows.all(rows), before).matches()));
      }
      confirmation.ask(
          database.target(), "sets cognito_user_id from the user pool %s in".formatted(pool.id()));
      return report.of(users.change(rows -> update(inPool, before, rows)));
    }
  }

  private static List<PoolUser> everybody(UserPool pool) {
    var users = new ArrayList<PoolUser>();
    try (var progress = Progress.start("user pool", -1, " users")) {
      pool.forEach(
          user -> {
            users.add(user);
            progress.add(1);
          });
    }
    return users;
  }

  private static List<Match> update(
      List<PoolUser> inPool, Set<UserRow> before, Connection connection) throws SQLException {
    var matches = new Matching(inPool, UserRows.allLocked(connection), before).matches();
    UserRows.setCognitoUserIds(
        matches.stream()
            .filter(match -> match.outcome() == Outcome.UPDATED)
            .map(
                match -> {
                  var row = match.row().orElseThrow();
                  return new UserRow(row.uuid(), row.handle(), match.user().sub());
                })
            .toList(),
        connection);
    return matches;
  }
}
