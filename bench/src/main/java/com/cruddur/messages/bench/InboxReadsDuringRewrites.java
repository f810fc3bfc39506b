package com.cruddur.messages.bench;

import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.InboxRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads an inbox again and again while pattern E moves a conversation in it, back to back, and
/// counts the reads that do not find that conversation exactly once.
public final class InboxReadsDuringRewrites {
  private InboxReadsDuringRewrites() {}

  /// What was found.
  ///
  /// @param absent reads through [InboxRepository#page] without the conversation
  /// @param doubled reads of the rows themselves (a page shows a conversation once in any case)
  ///     with two rows of it
  /// @param rewrites moves that were carried out meanwhile
  record Result(int reads, int absent, int doubled, int rewrites, Duration duration) {
    boolean isClean() {
      return absent == 0 && doubled == 0 && rewrites > 0;
    }
  }

  /// @param args how many reads; 2,000 when there is none
  public static void main(String[] args) throws InterruptedException {
    var reads = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    Result result;
    try (var table = OwnTable.create()) {
      result = run(table, reads);
    }
    System.out.printf(
        "InboxReadsDuringRewrites: %d reads during %d rewrites in %d ms: %d absent, %d doubled%n",
        result.reads(),
        result.rewrites(),
        result.duration().toMillis(),
        result.absent(),
        result.doubled());
    if (!result.isClean()) {
      System.exit(1);
    }
  }

  static Result run(OwnTable table, int reads) throws InterruptedException {
    var conversation = Conversation.of(2);
    conversation.open(table.client());
    var inboxes = new InboxRepository(table.table());
    var rewrites = new AtomicInteger();
    var done = new AtomicBoolean();
    var writer =
        Thread.ofPlatform()
            .name("rewrites")
            .start(
                () -> {
                  var update = new UpdateMessageGroups(inboxes);
                  while (!done.get()) {
                    var number = rewrites.get() + 1;
                    if (update.update(List.of(conversation.message(number))).isPresent()) {
                      throw new IllegalStateException("rewrite " + number + " failed");
                    }
                    rewrites.set(number);
                  }
                });
    var started = Instant.now();
    var absent = 0;
    var doubled = 0;
    for (var read = 0; read < reads; read++) {
      var member = conversation.members().get(read % 2);
      var found =
          inboxes.page(member, PageRequest.newest(20)).items().stream()
              .filter(group -> group.uuid().equals(conversation.groupUuid()))
              .count();
      absent += found == 0 ? 1 : 0;
      doubled += conversation.rows(member, table.client()).size() > 1 ? 1 : 0;
    }
    var duration = Duration.between(started, Instant.now());
    done.set(true);
    writer.join();
    return new Result(reads, absent, doubled, rewrites.get(), duration);
  }
}
