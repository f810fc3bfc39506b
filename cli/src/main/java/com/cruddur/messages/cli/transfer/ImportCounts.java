package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.cli.transfer.RowPut.Outcome;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collection;
import java.util.Collections;

/// What became of the rows of a file.
///
/// @param written where there was none
/// @param replaced where another one was
/// @param unchanged where the same one was
/// @param kept where another one was, which stays
/// @param refused by DynamoDB
record ImportCounts(long written, long replaced, long unchanged, long kept, long refused) {
  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  ImportCounts plus(Collection<Outcome> outcomes) {
    return new ImportCounts(
        written + Collections.frequency(outcomes, Outcome.WRITTEN),
        replaced + Collections.frequency(outcomes, Outcome.REPLACED),
        unchanged + Collections.frequency(outcomes, Outcome.UNCHANGED),
        kept + Collections.frequency(outcomes, Outcome.KEPT),
        refused + Collections.frequency(outcomes, Outcome.REFUSED));
  }

  ImportCounts plus(ImportCounts more) {
    return new ImportCounts(
        written + more.written,
        replaced + more.replaced,
        unchanged + more.unchanged,
        kept + more.kept,
        refused + more.refused);
  }

  long rows() {
    return written + replaced + unchanged + kept + refused;
  }

  /// Whether the table now has every row as the file has it.
  @JsonIgnore
  boolean isComplete() {
    return kept + refused == 0;
  }
}
