package com.cruddur.messages.local.stream;

/// A batch that was given up.
///
/// @param batch whole, with what it has been through
record DiscardedBatch(String streamArn, String shardId, Batch batch, Condition condition) {
  /// Why, by Lambda's names.
  enum Condition {
    RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
    RECORD_AGE_EXCEEDED("RecordAgeExceeded");

    private final String lambdaName;

    Condition(String lambdaName) {
      this.lambdaName = lambdaName;
    }

    String lambdaName() {
      return lambdaName;
    }
  }
}
