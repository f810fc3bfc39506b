package com.cruddur.messages.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was started, to be stopped in the opposite order; once. What is added after that is stopped
/// at once, so that nothing which was just starting is left behind.
final class Closing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean closed;

  /// Takes over `part` and returns it.
  <T extends AutoCloseable> T add(T part) {
    synchronized (this) {
      if (!closed) {
        started.push(part);
        return part;
      }
    }
    stop(part);
    throw new IllegalStateException("stopped while it was starting");
  }

  /// Stops everything. One part that cannot be stopped does not keep the others.
  @Override
  public synchronized void close() {
    closed = true;
    while (!started.isEmpty()) {
      stop(started.pop());
    }
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("{} did not stop: {}", part.getClass().getSimpleName(), e.toString());
    }
  }
}
