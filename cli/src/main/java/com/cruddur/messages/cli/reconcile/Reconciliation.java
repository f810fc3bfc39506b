package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.table.MessagesTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Proves every inbox row against the newest message of its conversation, segment beside segment.
final class Reconciliation {
  private final MessagesTable table;
  private final int segments;
  private final Tally tally = new Tally();
  private final ConversationCheck conversations;
  private final OrphanCheck orphans;
  private final Consumer<Finding> findings;

  /// @param settle how long a message may take into the inboxes
  /// @param mender mends what is found; empty to leave it
  /// @param findings takes each as it comes, from several threads
  Reconciliation(
      MessagesTable table,
      int segments,
      Duration settle,
      InstantSource clock,
      Optional<Mender> mender,
      Backup backup,
      Consumer<Finding> findings) {
    this.table = table;
    this.segments = segments;
    this.conversations = new ConversationCheck(table, settle, clock, mender);
    this.orphans = new OrphanCheck(table, settle, clock, mender, backup);
    this.findings =
        finding -> {
          tally.add(finding);
          findings.accept(finding);
        };
  }

  /// Goes through the whole table.
  ///
  /// @param stop whether to end at the next safe place, never within a change
  /// @param scanned is told how many more rows have been read
  Tally run(BooleanSupplier stop, LongConsumer scanned) throws InterruptedException {
    var failed = new AtomicBoolean();
    BooleanSupplier ends = () -> failed.get() || stop.getAsBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      IntStream.range(0, segments)
          .forEach(
              segment ->
                  running.add(
                      threads.submit(
                          () -> {
                            var done = false;
                            try {
                              walk(segment, ends, scanned);
                              done = true;
                            } finally {
                              if (!done) {
                                failed.set(true);
                              }
                            }
                          })));
      for (var segment : running) {
        segment.get();
      }
      return tally;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  private void walk(int segment, BooleanSupplier stop, LongConsumer scanned) {
    var walk =
        new SegmentWalk(
            new QuickCheck(table),
            conversations,
            new InboxCheck(table, orphans, findings),
            findings,
            tally);
    new TableScan(table, segments)
        .read(
            segment,
            stop,
            (rows, all) -> {
              for (var row : rows) {
                if (stop.getAsBoolean()) {
                  return;
                }
                walk.add(row);
              }
              tally.addRows(all);
              scanned.accept(all);
            });
    if (!stop.getAsBoolean()) {
      walk.end();
    }
  }
}
