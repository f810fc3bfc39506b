package com.cruddur.messages.local.stream;

/// A function as Lambda sees it: JSON in, JSON out.
@FunctionalInterface
public interface StreamFunction {
  /// Calls the function.
  ///
  /// @param requestId names this call
  /// @param event a DynamoDB stream event, UTF-8
  /// @return the response, UTF-8
  /// @throws Exception when the function failed
  byte[] invoke(String requestId, byte[] event) throws Exception;
}
