package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Kind;

/// A client that asks for one thing after the other; every answer is in a ledger.
interface RequestClient extends AutoCloseable {
  /// Asks and waits for the answer.
  void ask(Kind kind);

  @Override
  void close();
}
