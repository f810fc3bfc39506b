package com.cruddur.messages.cli.transfer;

/// What is wrong with DynamoDB JSON: where, and what was expected there. Names of attributes may be
/// in it, their values never.
public final class DynamoDbJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  DynamoDbJsonException(String path, String expected) {
    super(path.isEmpty() ? expected : path + ": " + expected);
  }
}
