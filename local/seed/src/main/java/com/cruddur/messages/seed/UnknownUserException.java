package com.cruddur.messages.seed;

/// A conversation cannot be seeded without the users who have it.
public final class UnknownUserException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownUserException(String handle) {
    super("there is no user with the handle " + handle);
  }
}
