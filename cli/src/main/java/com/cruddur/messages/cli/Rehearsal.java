package com.cruddur.messages.cli;

import java.io.PrintWriter;
import java.io.Writer;

/// What the build runs once, so that the JVM notes down the classes a command needs: the help of
/// every kind, and a request that nobody answers.
final class Rehearsal {
  private static final String NOBODY = "http://127.0.0.1:1";

  private Rehearsal() {}

  /// Runs it, silently.
  public static void main(String[] arguments) {
    run("--help");
    run("ddb", "--help");
    run("ddb", "list-tables", "--endpoint", NOBODY);
  }

  private static void run(String... arguments) {
    var silent = new PrintWriter(Writer.nullWriter());
    Cruddur.commandLine().setOut(silent).setErr(silent).execute(arguments);
  }
}
