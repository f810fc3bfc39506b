package com.cruddur.messages.cli;

import java.sql.SQLException;

/// What Postgres refused, by its SQL state: its message may quote what was looked up or written.
///
/// See <https://www.postgresql.org/docs/17/errcodes-appendix.html>
final class DatabaseFailure {
  private DatabaseFailure() {}

  static Failure of(SQLException e) {
    var state = String.valueOf(e.getSQLState());
    return switch (state) {
      case "3D000" ->
          new Failure(
              ExitCode.WRONG_USE,
              "there is no such database: make it first, or is DATABASE_URL wrong?");
      case "42P01" ->
          new Failure(
              ExitCode.WRONG_USE,
              "the users' database has no table public.users: make it with bin/cruddur db setup, or"
                  + " name another database in DATABASE_URL");
      case "42501" ->
          unreachable(
              "the users' database does not let its user in DATABASE_URL do that: sign in as"
                  + " another one, its owner");
      case "25P03", "40P01", "55P03", "57014" ->
          unreachable(
              ("somebody else works on the users' table and does not end (SQL state %s):"
                      + " nothing was changed, try again later")
                  .formatted(state));
      default -> ofClass(state);
    };
  }

  private static Failure ofClass(String state) {
    return unreachable(
        switch (state.substring(0, Math.min(2, state.length()))) {
          case "08", "57" ->
              ("the users' database cannot be reached, or was lost (SQL state %s):"
                      + " does it run, and is DATABASE_URL right for it?")
                  .formatted(state);
          case "28" ->
              ("the users' database lets nobody in as DATABASE_URL says (SQL state %s):"
                      + " are user and password, or the AWS credentials, right?")
                  .formatted(state);
          default ->
              "the users' database refused it (SQL state %s): is DATABASE_URL right?"
                  .formatted(state);
        });
  }

  private static Failure unreachable(String message) {
    return new Failure(ExitCode.UNREACHABLE, message);
  }
}
