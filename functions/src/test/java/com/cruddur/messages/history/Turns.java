package com.cruddur.messages.history;

import java.util.ArrayList;
import java.util.List;

/// Runs threads one at a time, from one request to the next, in an order given beforehand: the same
/// order is the same run, however fast the machine is.
final class Turns {
  private final List<Integer> order;
  private final List<Thread> waiting = new ArrayList<>();
  private Thread next;
  private int alive;
  private int taken;

  Turns(List<Integer> order) {
    this.order = order;
  }

  /// Runs `calls` to their ends.
  void run(List<Runnable> calls) {
    var threads = new ArrayList<Thread>();
    alive = calls.size();
    for (var call : calls) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    await();
                    try {
                      call.run();
                    } finally {
                      end();
                    }
                  }));
    }
    threads.forEach(Turns::join);
  }

  /// Waits for the calling thread's next turn.
  synchronized void await() {
    var me = Thread.currentThread();
    waiting.add(me);
    next = null;
    pass();
    var interrupted = false;
    while (next != me) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      me.interrupt();
    }
  }

  private synchronized void end() {
    alive--;
    next = null;
    pass();
  }

  // Somebody is next only when everybody waits, or the order would be chance.
  private void pass() {
    if (waiting.size() == alive && alive > 0) {
      waiting.sort((a, b) -> Long.compare(a.threadId(), b.threadId()));
      next = waiting.remove(order.get(taken++ % order.size()) % waiting.size());
      notifyAll();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
