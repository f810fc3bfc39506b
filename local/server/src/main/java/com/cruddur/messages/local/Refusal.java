package com.cruddur.messages.local;

/// Why the local environment does not start, in one line for the person who started it.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refusal(String line) {
    super(line);
  }
}
