package com.cruddur.messages.cli;

/// Nobody reads standard output any more: there is nothing left to do, and nobody to tell.
public final class ClosedOutputException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
