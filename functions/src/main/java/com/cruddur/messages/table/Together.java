package com.cruddur.messages.table;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Does several things at once that wait for answers most of their time.
///
/// @param threads where
record Together(Executor threads) {
  // Enough to make a batch of the stream wait for a few answers instead of a hundred; each one is a
  // connection, and a handshake at its first use.
  private static final int AT_ONCE = 16;

  /// On threads that all of the process share. They are made for the first work that needs them:
  /// most functions have none.
  static Together onThreads() {
    return new Together(command -> Threads.SHARED.execute(command));
  }

  private static final class Threads {
    private static final Executor SHARED =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
  }

  /// Does everything, and comes back when nothing is under way any more.
  ///
  /// @return the results, in the order of `work`
  /// @throws RuntimeException what the first of those that failed threw
  <T> List<T> all(Collection<Supplier<T>> work) {
    if (work.size() == 1) {
      return List.of(work.iterator().next().get());
    }
    var running = work.stream().map(one -> CompletableFuture.supplyAsync(one, threads)).toList();
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
      return running.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        default -> throw e;
      }
    }
  }
}
