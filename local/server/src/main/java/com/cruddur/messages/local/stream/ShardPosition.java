package com.cruddur.messages.local.stream;

import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/// How far a shard has been read, so that an iterator that is lost can be had again.
///
/// @param type where an iterator starts
/// @param sequenceNumber with AFTER_SEQUENCE_NUMBER, the last record that is done; else null
record ShardPosition(ShardIteratorType type, String sequenceNumber) {
  static final ShardPosition HORIZON = new ShardPosition(ShardIteratorType.TRIM_HORIZON, null);

  static ShardPosition at(StartingPosition start) {
    return switch (start) {
      case TRIM_HORIZON -> HORIZON;
      case LATEST -> new ShardPosition(ShardIteratorType.LATEST, null);
    };
  }

  static ShardPosition after(EventRecord done) {
    return new ShardPosition(ShardIteratorType.AFTER_SEQUENCE_NUMBER, done.sequenceNumber());
  }

  /// Where to go on when an iterator of this position was lost. What came since LATEST was asked
  /// for would be missed if it were asked for again.
  ShardPosition again() {
    return type == ShardIteratorType.LATEST ? HORIZON : this;
  }

  @Override
  public String toString() {
    return sequenceNumber == null ? type.toString() : type + " " + sequenceNumber;
  }
}
