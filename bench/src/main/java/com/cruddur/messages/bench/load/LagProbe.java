package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Two people who write to each other only, one message after the other, each when both of them see
/// the last one in their inboxes: how far the stream is behind.
final class LagProbe implements Runnable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Calls calls;
  private final Person sender;
  private final Person receiver;
  private final BooleanSupplier over;
  private final ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();

  /// @param calls closed at the end
  /// @param over whether to stop sending
  LagProbe(Calls calls, Person sender, Person receiver, BooleanSupplier over) {
    this.calls = calls;
    this.sender = sender;
    this.receiver = receiver;
    this.over = over;
  }

  /// A message.
  ///
  /// @param at when it was acknowledged
  /// @param lag from then until both inboxes showed it
  record Sample(Instant at, Duration lag) {}

  @Override
  public void run() {
    try (calls) {
      while (!over.getAsBoolean()) {
        calls
            .send(Kind.SEND_TO_HANDLE, sender, "handle", receiver.handle(), true)
            .ifPresent(
                message -> {
                  if (isSeen(sender, message) && isSeen(receiver, message)) {
                    var lag = Duration.between(message.acknowledged(), Instant.now());
                    samples.add(new Sample(message.acknowledged(), lag));
                  }
                });
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
  }

  // Waits until it is; false when it did not come to that.
  private boolean isSeen(Person person, Ledger.Message message) {
    var limit = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(limit)) {
      var inbox = calls.read(Kind.LIST_MESSAGE_GROUPS, person, "/api/message_groups");
      if (inbox.filter(rows -> rows.contains(message.text())).isPresent()) {
        return true;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return false;
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }
}
