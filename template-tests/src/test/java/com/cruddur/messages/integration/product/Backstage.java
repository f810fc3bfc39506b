package com.cruddur.messages.integration.product;

import java.util.Map;

/// What lies behind the API of a target that belongs to the test alone.
public interface Backstage {
  /// Writes a row of text attributes into the table, past every function.
  void put(Map<String, String> row);

  /// Whether a record that contains `text` was given up and is kept in the failure store.
  boolean hasGivenUp(String text);
}
