package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Reads every file to its end before a row of any is written.
///
/// @param complaints is told of bad lines, as far as anybody would read them
/// @param progress is told how many rows were read more
record ImportCheck(
    Consumer<String> complaints, LongConsumer progress, BooleanSupplier isStopRequested) {
  private static final int MAX_COMPLAINTS = 20;

  /// The files, all good.
  ///
  /// @throws CommandException when one is not there, or has a bad line
  List<CheckedFile> of(List<Path> paths) throws IOException {
    for (var path : paths) {
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        throw CommandException.wrongUse(
            "there is no file %s that could be read twice: name one, gzipped or not"
                .formatted(path));
      }
    }
    var files = new ArrayList<CheckedFile>();
    var complained = new int[1];
    for (var path : paths) {
      Consumer<BadLineException> bad =
          e -> {
            if (complained[0]++ < MAX_COMPLAINTS) {
              complaints.accept(path + ", " + e.getMessage());
            }
          };
      files.add(CheckedFile.check(path, bad, progress, isStopRequested));
    }
    var badLines = files.stream().mapToLong(CheckedFile::badLines).sum();
    if (badLines > 0) {
      throw CommandException.wrongUse(
          (badLines == 1 ? "a line holds" : badLines + " lines hold")
              + " no row for this table; nothing was written: mend that and import again");
    }
    return files;
  }
}
