package com.cruddur.messages.integration.product;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has to be undone at the end, the last first. One that fails keeps none of the others from
/// being undone.
public final class Undo implements AutoCloseable {
  private final Deque<AutoCloseable> steps = new ArrayDeque<>();

  /// Has `resource` closed at the end.
  public <T extends AutoCloseable> T add(T resource) {
    steps.push(resource);
    return resource;
  }

  /// Has `step` run at the end.
  public void step(Runnable step) {
    steps.push(step::run);
  }

  /// Undoes everything.
  ///
  /// @throws IllegalStateException with all that failed
  @Override
  public void close() {
    var failed = new IllegalStateException("not everything could be removed again");
    while (!steps.isEmpty()) {
      try {
        steps.pop().close();
      } catch (Exception e) {
        failed.addSuppressed(e);
      }
    }
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }
}
