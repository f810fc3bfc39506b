package com.cruddur.messages.bench.cost;

/// What it takes to send one message and to move its conversation in both inboxes.
///
/// @param writes write request units
/// @param reads read request units
/// @param apiCalls calls of the HTTP API
/// @param functionCalls calls of functions; a share of one where a call serves a whole batch
/// @param seconds that a call lasts
/// @param memoryGb of a function
/// @param logBytes written for it
/// @param traced the share of function calls that is traced
record MessageCost(
    double writes,
    double reads,
    double apiCalls,
    double functionCalls,
    double seconds,
    double memoryGb,
    double logBytes,
    double traced) {
  private static final double MILLION = 1e6;
  private static final double GB = 1e9;

  // All in dollars for a million messages.

  double table() {
    return writes * ListPrices.MILLION_WRITES + reads * ListPrices.MILLION_READS;
  }

  double stream() {
    return ListPrices.STREAM_READS_OF_LAMBDA;
  }

  double api() {
    return apiCalls * ListPrices.MILLION_API_CALLS;
  }

  double functions() {
    var gbSeconds = MILLION * seconds * memoryGb;
    return functionCalls * (ListPrices.MILLION_CALLS + gbSeconds * ListPrices.GB_SECOND);
  }

  double log() {
    return MILLION * logBytes / GB * ListPrices.LOG_GB;
  }

  double traces() {
    return functionCalls * traced * ListPrices.MILLION_TRACES;
  }

  double total() {
    return table() + stream() + api() + functions() + log() + traces();
  }

  MessageCost traced(double share) {
    return new MessageCost(
        writes, reads, apiCalls, functionCalls, seconds, memoryGb, logBytes, share);
  }
}
