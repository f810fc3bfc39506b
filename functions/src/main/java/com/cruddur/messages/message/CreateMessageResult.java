package com.cruddur.messages.message;

/// What a request to send a message came to.
public sealed interface CreateMessageResult {
  /// The message as it is stored.
  Message message();

  /// It was sent now.
  record Sent(Message message) implements CreateMessageResult {}

  /// It had been sent before under the same idempotency key, and got this answer then.
  record SentBefore(Message message, Answer answer) implements CreateMessageResult {}

  /// The answers there are.
  enum Answer {
    /// The message with its conversation (pattern C).
    MESSAGE,
    /// The conversation alone (pattern D).
    MESSAGE_GROUP
  }
}
