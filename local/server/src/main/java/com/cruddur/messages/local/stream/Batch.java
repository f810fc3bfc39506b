package com.cruddur.messages.local.stream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Records that go to the function together, and what they have been through.
///
/// @param retries calls of exactly these records after the first
/// @param invocations calls these records were in, those of a greater batch included
/// @param last the latest of them
record Batch(List<EventRecord> records, int retries, int invocations, Optional<Invocation> last) {

  /// A call of the function.
  ///
  /// @param functionError as Lambda calls it; null when the function did answer
  record Invocation(String requestId, String functionError) {}

  static Batch of(List<EventRecord> records) {
    return new Batch(records, 0, 0, Optional.empty());
  }

  int size() {
    return records.size();
  }

  Batch invoked(Invocation invocation) {
    return new Batch(records, retries, invocations + 1, Optional.of(invocation));
  }

  /// The same records once more.
  Batch retried() {
    return new Batch(records, retries + 1, invocations, last);
  }

  /// Some of the records as a batch of their own. Splitting consumes no retries, so a part that was
  /// never called alone has all of them.
  Batch part(int from, int to) {
    var whole = from == 0 && to == size();
    return new Batch(records.subList(from, to), whole ? retries : 0, invocations, last);
  }

  /// How many of the first records arrived before `limit`.
  int arrivedBefore(Instant limit) {
    var count = 0;
    while (count < size() && records.get(count).arrival().isBefore(limit)) {
      count++;
    }
    return count;
  }
}
