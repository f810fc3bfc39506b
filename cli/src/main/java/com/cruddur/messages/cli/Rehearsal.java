package com.cruddur.messages.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.UUID;

/// What the build runs once, so that the JVM notes down which classes commands need: help, and the
/// kinds of requests, to a DynamoDB of the build's own.
final class Rehearsal {
  private final String endpoint;

  private Rehearsal(String endpoint) {
    this.endpoint = endpoint;
  }

  /// Runs it, silently.
  ///
  /// @param arguments the endpoint
  public static void main(String[] arguments) {
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    new Rehearsal(arguments[0]).run();
  }

  private void run() {
    run("--help");
    run("ddb", "schema-load", "--endpoint", endpoint);
    run("ddb", "list-tables", "--endpoint", endpoint);
    var nobodys = UUID.randomUUID().toString();
    run("patterns", "get-conversation", nobodys, "--endpoint", endpoint);
    run("ddb", "scan", "--endpoint", endpoint);
    run("reconcile", "--endpoint", endpoint);
  }

  private static void run(String... arguments) {
    var silent = new PrintWriter(Writer.nullWriter());
    Cruddur.commandLine(arguments).setOut(silent).setErr(silent).execute(arguments);
  }
}
