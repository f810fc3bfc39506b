package com.cruddur.messages.cli.transfer;

import java.util.Objects;

/// How far the import of a file is.
///
/// @param sha256 of the file's bytes
/// @param table it goes into
/// @param overwrite whether rows that are there are replaced
/// @param lines from the first one on, that are done
/// @param counts what became of them
record ImportCheckpoint(
    String sha256, TableIdentity table, boolean overwrite, long lines, ImportCounts counts) {
  ImportCheckpoint {
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(table);
    Objects.requireNonNull(counts);
  }

  ImportCheckpoint at(long done, ImportCounts counted) {
    return new ImportCheckpoint(sha256, table, overwrite, done, counted);
  }
}
