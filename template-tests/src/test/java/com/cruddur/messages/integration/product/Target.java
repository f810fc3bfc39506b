package com.cruddur.messages.integration.product;

/// The whole product, somewhere. Closing it removes what it made.
public interface Target extends AutoCloseable {
  /// Who the tests are.
  Users users();

  /// Asks the HTTP API.
  ///
  /// @throws java.io.UncheckedIOException when there was no answer
  Answer call(Request request);

  /// Returns where an authorizer stands in front of the functions.
  ///
  /// @throws org.opentest4j.TestAbortedException with the reason where none does
  void needAuthorizer();

  /// The table and the failure store.
  ///
  /// @throws org.opentest4j.TestAbortedException with the reason where tests may not touch them
  Backstage backstage();

  @Override
  void close();
}
