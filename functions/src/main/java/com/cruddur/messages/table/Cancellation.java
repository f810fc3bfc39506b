package com.cruddur.messages.table;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Why a transaction was cancelled, action by action, in the order they were added.
///
/// See <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html>
record Cancellation(TransactionCanceledException exception) {
  static Cancellation of(TransactionCanceledException exception) {
    return new Cancellation(exception);
  }

  /// The row that made the action's condition fail: empty when the condition held, an empty row
  /// when there is none or the action did not ask for it.
  Optional<Map<String, AttributeValue>> conditionFailed(int action) {
    var reasons = exception.cancellationReasons();
    return action < reasons.size() && "ConditionalCheckFailed".equals(reasons.get(action).code())
        ? Optional.of(reasons.get(action).item())
        : Optional.empty();
  }

  /// Whether any action's condition failed.
  boolean anyConditionFailed() {
    return exception.cancellationReasons().stream()
        .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
  }
}
