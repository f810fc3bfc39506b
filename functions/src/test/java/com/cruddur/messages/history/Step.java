package com.cruddur.messages.history;

import java.util.List;
import java.util.Optional;

/// A step of a history. People, conversations and records are numbers, to be taken modulo how many
/// there are, so that a shrunk history is one, too.
sealed interface Step {
  /// Something that one function does.
  sealed interface Call extends Step {
    /// Where the function's process ends, if it does.
    Optional<Death> death();
  }

  /// A process ends at one of its requests.
  ///
  /// @param after whether the request still takes effect
  record Death(int request, boolean after) {}

  /// Somebody sends a message.
  ///
  /// @param toGroup to the conversation, where the sender knows of one, and not to the handle
  /// @param key the sender's how manieth idempotency key, if any
  /// @param skewMillis how wrong the function's clock is
  record Send(
      int sender,
      int receiver,
      boolean toGroup,
      Optional<Integer> key,
      int skewMillis,
      Optional<Death> death)
      implements Call {}

  /// The stream function gets a batch, in any order, with repetitions.
  ///
  /// @param records of those written so far
  /// @param lags how many writes the index is behind, row by row
  record Deliver(List<Integer> records, List<Integer> lags, Optional<Death> death)
      implements Call {}

  /// Calls that run at the same time.
  ///
  /// @param turns whose request is next
  record Together(List<Call> calls, List<Integer> turns) implements Step {}

  /// Time passes.
  record Pause(long micros) implements Step {}
}
