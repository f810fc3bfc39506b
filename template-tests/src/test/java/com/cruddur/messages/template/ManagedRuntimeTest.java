package com.cruddur.messages.template;

/// The archive.
class ManagedRuntimeTest extends RuntimeTest {
  ManagedRuntimeTest() {
    super(new ManagedRuntime());
  }
}
