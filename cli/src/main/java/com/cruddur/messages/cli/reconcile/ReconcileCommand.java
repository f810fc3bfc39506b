package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.cli.Backend;
import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.Confirmation;
import com.cruddur.messages.cli.DatabaseOptions;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Interruption;
import com.cruddur.messages.cli.OutputOptions;
import com.cruddur.messages.cli.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `reconcile`.
@Command(
    name = "reconcile",
    description = {
      "Proves every inbox row against the newest message of its conversation.",
      "",
      "What it finds, one finding for an inbox and a conversation, the first that applies:",
      "  MISSING     a member has no row of the conversation in the inbox",
      "  ORPHANED    a row of a conversation without a message, or of somebody who is no member",
      "  DOUBLED     more than one row of the conversation in the inbox",
      "  STALE       the row shows another message than the newest, or stands elsewhere",
      "  KEY_FORM    the row's sort key is not in the form this product writes",
      "  UNREADABLE  the row is of no conversation or nobody's; mended by hand only",
      "",
      "With --fix it mends them, also while the service runs. It may be stopped and run again at"
          + " any time.",
      "Exit code 0: nothing is wrong, or everything that was is mended. 1: something is wrong."
    },
    footer = {
      "",
      "Examples:",
      "  bin/cruddur reconcile",
      "  bin/cruddur reconcile --fix --rcu 200",
      "  bin/cruddur reconcile --output json --segments 16 > findings.jsonl"
    })
public final class ReconcileCommand implements Callable<Integer> {
  // A page of each is in memory, up to 1 MB.
  private static final int MAX_SEGMENTS = 32;

  private static final DateTimeFormatter IN_NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Option(names = "--fix", description = "Mends what it finds.")
  private boolean fix;

  @Option(
      names = "--segments",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many parts of the table are read at once, 1 to 32 (${DEFAULT-VALUE}).")
  private int segments;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "How long a message may take into the inboxes before a row that does not show it is"
              + " wrong (${DEFAULT-VALUE}).")
  private int settle;

  @Option(
      names = "--backup",
      paramLabel = "FILE",
      description =
          "With --fix: where rows are kept that it removes, as bin/cruddur import takes them;"
              + " otherwise reconcile-TIME.jsonl here. Made when there is one.")
  private Optional<Path> backup = Optional.empty();

  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private DatabaseOptions database;
  @Mixin private Confirmation confirmation;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws InterruptedException {
    check();
    var clock = InstantSource.system();
    var file =
        backup.orElseGet(
            () -> Path.of("reconcile-%s.jsonl".formatted(IN_NAME.format(clock.instant()))));
    try (var backend = dynamoDb.connect();
        var kept = new Backup(file)) {
      var rows = backend.client().describeTable(d -> d.tableName(backend.table().name()));
      if (fix) {
        confirmation.ask(backend.target(), "rewrites, adds and removes inbox rows of");
      }
      var report = new Report(output.openForWork(), fix);
      try {
        return run(backend, clock, kept, report, rows.table().itemCount());
      } finally {
        if (kept.isUsed()) {
          report.removed(file);
        }
      }
    }
  }

  private void check() {
    if (segments < 1 || segments > MAX_SEGMENTS) {
      throw CommandException.wrongUse(
          "--segments takes a number from 1 to %d, not %d".formatted(MAX_SEGMENTS, segments));
    }
    if (settle < 0) {
      throw CommandException.wrongUse("--settle takes seconds, 0 or more, not " + settle);
    }
  }

  private int run(Backend backend, InstantSource clock, Backup kept, Report report, long expected)
      throws InterruptedException {
    var table = backend.table();
    var mender =
        fix ? Optional.of(new Mender(table, names(backend), kept)) : Optional.<Mender>empty();
    var reconciliation =
        new Reconciliation(
            table, segments, Duration.ofSeconds(settle), clock, mender, kept, report::add);
    report.start();
    try (var interruption =
        Interruption.watch(
            backend.capacity()::release, () -> "nothing is half done; run it again")) {
      var tally = run(reconciliation, interruption, expected);
      report.end(tally, backend.capacity().units(), !interruption.isRequested());
      return tally.left() == 0 ? ExitCode.DONE : ExitCode.PROBLEMS;
    }
  }

  private static Tally run(Reconciliation reconciliation, Interruption interruption, long expected)
      throws InterruptedException {
    // Counted every six hours: 0 of a young table says nothing.
    try (var progress = Progress.start("reconcile", expected > 0 ? expected : -1, " rows")) {
      return reconciliation.run(interruption::isRequested, progress::add);
    }
  }

  private Names names(Backend backend) {
    Names then = new MessageReader(backend.table())::sender;
    return database.urlIfGiven().<Names>map(url -> new DatabaseNames(url).or(then)).orElse(then);
  }
}
