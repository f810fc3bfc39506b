package com.cruddur.messages.local.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// A record of the stream on its way to the function.
///
/// @param sequenceNumber its place in the shard
/// @param arrival when it was written, roughly (DynamoDB Local cuts off the seconds)
/// @param json the record as Lambda sends it
record EventRecord(String sequenceNumber, Instant arrival, ObjectNode json) {
  // Without the content, which must reach no log.
  @Override
  public String toString() {
    return "EventRecord[" + sequenceNumber + "]";
  }
}
