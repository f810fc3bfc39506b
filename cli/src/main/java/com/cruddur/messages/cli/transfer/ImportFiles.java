package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.transfer.Import.Done;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// The files of one import. Each has a checkpoint `FILE.imported` beside it until all are done.
final class ImportFiles {
  private final List<Open> files;

  private ImportFiles(List<Open> files) {
    this.files = files;
  }

  private record Open(
      Path path, CheckpointFile<ImportCheckpoint> checkpoints, ImportCheckpoint start) {}

  /// Files to be imported from their first lines on.
  static ImportFiles begin(List<CheckedFile> checked, TableIdentity table, boolean overwrite) {
    return new ImportFiles(
        checked.stream()
            .map(file -> new Open(file.path(), checkpoints(file), start(file, table, overwrite)))
            .toList());
  }

  /// Files to be imported from where an import of them stopped.
  ///
  /// @throws CommandException when it did not, or was another one
  static ImportFiles resume(List<CheckedFile> checked, TableIdentity table, boolean overwrite) {
    var files = new ArrayList<Open>();
    var found = false;
    for (var file : checked) {
      var checkpoints = checkpoints(file);
      var fresh = start(file, table, overwrite);
      var checkpoint = read(checkpoints);
      found |= checkpoint.isPresent();
      checkpoint.ifPresent(begun -> requireSame(begun, fresh, file.path()));
      files.add(new Open(file.path(), checkpoints, checkpoint.orElse(fresh)));
    }
    if (!found) {
      throw CommandException.wrongUse(
          "there is no unfinished import of %s: leave --resume out"
              .formatted(checked.size() == 1 ? checked.getFirst().path() : "these files"));
    }
    return new ImportFiles(files);
  }

  private static void requireSame(ImportCheckpoint begun, ImportCheckpoint now, Path file) {
    var difference =
        !begun.sha256().equals(now.sha256())
            ? "with other contents"
            : !begun.table().equals(now.table())
                ? "into the table " + begun.table()
                : begun.overwrite() != now.overwrite()
                    ? (begun.overwrite() ? "with" : "without") + " --overwrite"
                    : null;
    if (difference != null) {
      throw CommandException.wrongUse(
          ("the unfinished import of %s was begun %s: do the same, or leave --resume out to start"
                  + " over, which is safe")
              .formatted(file, difference));
    }
  }

  private static Optional<ImportCheckpoint> read(CheckpointFile<ImportCheckpoint> checkpoints) {
    try {
      return checkpoints.read();
    } catch (IOException e) {
      throw CommandException.wrongUse(
          "%s cannot be read: leave --resume out to start over, which is safe"
              .formatted(checkpoints.path()));
    }
  }

  /// Rows of lines that are not done yet are unknown; this is what became of the others.
  ImportCounts counted() {
    return files.stream()
        .map(file -> file.start().counts())
        .reduce(ImportCounts.NONE, ImportCounts::plus);
  }

  /// Writes the rows.
  ///
  /// @param progress is told how many rows were done more
  /// @return what became of all rows; empty when an end was requested before the last one
  Optional<ImportCounts> run(Import rows, LongConsumer progress, BooleanSupplier isStopRequested)
      throws IOException {
    mark();
    var counts = ImportCounts.NONE;
    for (var file : files) {
      var last = new ImportCheckpoint[] {file.start()};
      Done done =
          (now, count) -> {
            file.checkpoints().replace(now);
            last[0] = now;
            progress.accept(count);
          };
      try {
        if (!rows.run(file.path(), file.start(), done, isStopRequested)) {
          return Optional.empty();
        }
      } catch (BadLineException e) {
        throw CommandException.problem(
            "%s has changed since it was checked, %s: import it again"
                .formatted(file.path(), e.getMessage()));
      }
      counts = counts.plus(last[0].counts());
    }
    files.forEach(file -> file.checkpoints().delete());
    return Optional.of(counts);
  }

  // Before the first row, so that there is something to go on from at every moment.
  private void mark() {
    for (var file : files) {
      try {
        file.checkpoints().replace(file.start());
      } catch (UncheckedIOException e) {
        throw CommandException.wrongUse(
            ("%s cannot be written, which says how far the import is: copy the file into a folder"
                    + " of yours")
                .formatted(file.checkpoints().path()));
      }
    }
  }

  private static ImportCheckpoint start(CheckedFile file, TableIdentity table, boolean overwrite) {
    return new ImportCheckpoint(file.sha256(), table, overwrite, 0, ImportCounts.NONE);
  }

  private static CheckpointFile<ImportCheckpoint> checkpoints(CheckedFile file) {
    return new CheckpointFile<>(
        file.path().resolveSibling(file.path().getFileName() + ".imported"),
        ImportCheckpoint.class);
  }
}
