package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Kind;

/// Asks a service of the HTTP API, over a connection that is kept.
///
/// @param person asks
/// @param group whose messages are read, and which is sent to
record ServiceClient(Calls calls, Person person, String group) implements RequestClient {
  @Override
  public void ask(Kind kind) {
    switch (kind) {
      case LIST_MESSAGE_GROUPS -> calls.read(kind, person, "/api/message_groups");
      case LIST_MESSAGES -> calls.read(kind, person, "/api/messages/" + group);
      default -> calls.send(kind, person, "message_group_uuid", group, false);
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
