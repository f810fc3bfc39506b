package com.cruddur.messages.integration.product;

/// Somebody who calls the API.
///
/// @param identity what he proves himself with: an access token, or the `sub` itself on a target
///     without an authorizer
public record User(String handle, String identity) {
  // Tokens must not reach a report.
  @Override
  public String toString() {
    return handle;
  }
}
