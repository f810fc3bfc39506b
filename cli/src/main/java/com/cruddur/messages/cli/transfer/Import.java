package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.cli.transfer.RowFile.Numbered;
import com.cruddur.messages.cli.transfer.RowPut.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Writes the rows of files into the table: a portion side by side, then the next one, so that the
/// number of lines done says all there is to know when it has to go on later.
///
/// @param put writes a row
/// @param concurrency rows at a time
/// @param report is told of every row that is not in the table as the file has it
record Import(RowPut put, int concurrency, Consumer<Result> report) {
  private static final int ROUNDS = 16;
  private static final int PORTION = 2 * 1024 * 1024;

  /// What became of a row.
  record Result(Path file, Numbered row, Outcome outcome) {}

  /// Is told how far it is, after each portion.
  interface Done {
    void portion(ImportCheckpoint now, int rows);
  }

  /// Goes on from `start`.
  ///
  /// @return whether it is done; false when an end was requested before
  /// @throws BadLineException when the file is no longer the one that was checked
  boolean run(Path path, ImportCheckpoint start, Done done, BooleanSupplier isStopRequested)
      throws IOException, BadLineException {
    var now = start;
    try (var file = new RowFile(path)) {
      file.passOver(start.lines());
      for (var rows = portion(file); !rows.isEmpty(); rows = portion(file)) {
        if (isStopRequested.getAsBoolean()) {
          return false;
        }
        now = now.at(file.line(), now.counts().plus(write(path, rows)));
        done.portion(now, rows.size());
      }
    }
    return true;
  }

  private List<Numbered> portion(RowFile file) throws IOException, BadLineException {
    var rows = new ArrayList<Numbered>();
    for (var size = 0; rows.size() < concurrency * ROUNDS && size < PORTION; ) {
      var row = file.next();
      if (row == null) {
        break;
      }
      rows.add(row);
      size += row.size();
    }
    return rows;
  }

  // Not interrupted: a portion takes moments.
  private List<Outcome> write(Path path, List<Numbered> rows) {
    var open = new ConcurrentLinkedQueue<>(rows);
    var results = new ConcurrentLinkedQueue<Result>();
    Runnable writer =
        () -> {
          for (var row = open.poll(); row != null; row = open.poll()) {
            results.add(new Result(path, row, put.put(row.row())));
          }
        };
    SideBySide.run(Collections.nCopies(concurrency, writer), () -> false);
    results.stream()
        .filter(result -> result.outcome() == Outcome.KEPT || result.outcome() == Outcome.REFUSED)
        .sorted(Comparator.comparingLong(result -> result.row().line()))
        .forEach(report);
    return results.stream().map(Result::outcome).toList();
  }
}
