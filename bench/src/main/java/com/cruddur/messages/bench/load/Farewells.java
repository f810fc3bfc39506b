package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Kind;
import com.cruddur.messages.bench.load.Ledger.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Conversations whose last message comes just before the table is killed. Nothing that follows
/// covers up what the stream may have lost then: their inboxes show it, or are behind for good.
final class Farewells implements AutoCloseable {
  private final Calls calls;
  private final Person sender;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> groups = new ArrayList<>();

  /// @param calls closed with this
  Farewells(Calls calls, Person sender) {
    this.calls = calls;
    this.sender = sender;
  }

  /// Opens a conversation with each.
  void open(List<Person> receivers) {
    for (var receiver : receivers) {
      calls
          .send(Kind.SEND_TO_HANDLE, sender, "handle", receiver.handle(), true)
          .map(Message::group)
          .ifPresent(groups::add);
    }
  }

  /// Says the last word in all of them at once, and returns when half of them are acknowledged.
  void say() throws InterruptedException {
    var half = new CountDownLatch(groups.size() / 2);
    for (var group : groups) {
      threads.submit(
          () -> {
            calls.send(Kind.SEND_TO_GROUP, sender, "message_group_uuid", group, false);
            half.countDown();
          });
    }
    half.await(1, TimeUnit.MINUTES);
  }

  Set<String> groups() {
    return Set.copyOf(groups);
  }

  @Override
  public void close() {
    threads.close();
    calls.close();
  }
}
