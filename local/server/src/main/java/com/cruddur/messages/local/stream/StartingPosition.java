package com.cruddur.messages.local.stream;

/// Where an event source mapping begins in the shards it finds first. Shards that open later are
/// read from their beginning.
public enum StartingPosition {
  /// The oldest record the stream still holds.
  TRIM_HORIZON,
  /// Only what is written from now on.
  LATEST
}
