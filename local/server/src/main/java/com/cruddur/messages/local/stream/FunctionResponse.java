package com.cruddur.messages.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/// What a call of the function came to.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html>
sealed interface FunctionResponse {
  /// Every record is done.
  record Succeeded() implements FunctionResponse {}

  /// The records before `index` are done, the one at `index` failed, what follows is unknown.
  record FailedFrom(int index) implements FunctionResponse {
    @Override
    public String toString() {
      return "failed from record " + index + " on";
    }
  }

  /// No record counts as done.
  ///
  /// @param functionError as Lambda calls it; null when the function did answer
  record Failed(String functionError) implements FunctionResponse {
    @Override
    public String toString() {
      return functionError == null ? "the response names no record" : functionError;
    }
  }

  /// Reads a response that reports failures: of several, the first in the batch counts. An empty
  /// response or list, or null, is success; an identifier that is empty, missing or of no record in
  /// the batch fails the whole batch, and so does what is no such response at all.
  static FunctionResponse read(byte[] response, List<EventRecord> batch) {
    try {
      var json = new JsonMapper().readTree(response);
      if (json.isMissingNode() || json.isNull()) {
        return new Succeeded();
      }
      var failures = json.path("batchItemFailures");
      if (!json.isObject() || !(isNone(failures) || failures.isArray())) {
        return new Failed(null);
      }
      return first(failures, batch);
    } catch (IOException e) {
      return new Failed(null);
    }
  }

  private static FunctionResponse first(JsonNode failures, List<EventRecord> batch) {
    var sequenceNumbers = batch.stream().map(EventRecord::sequenceNumber).toList();
    var first = batch.size();
    for (var failure : failures) {
      var index = sequenceNumbers.indexOf(failure.path("itemIdentifier").asText());
      if (index < 0) {
        return new Failed(null);
      }
      first = Math.min(first, index);
    }
    return first == batch.size() ? new Succeeded() : new FailedFrom(first);
  }

  private static boolean isNone(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
