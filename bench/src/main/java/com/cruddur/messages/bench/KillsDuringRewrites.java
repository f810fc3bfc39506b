package com.cruddur.messages.bench;

import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessagesTableSchema;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/// Kills a process in the middle of pattern E, again and again, and counts what that did to the
/// inboxes: of a conversation of two, which one transaction moves, and of one of sixty, which two
/// transactions move.
public final class KillsDuringRewrites {
  private static final int MEMBERS_OF_MANY = 60;
  // Long enough for a few rewrites of each.
  private static final int LONGEST_LIFE_MILLIS = 400;

  private final OwnTable table;
  private final List<Conversation> conversations =
      List.of(Conversation.of(2), Conversation.of(MEMBERS_OF_MANY));
  private final Random random = new Random();
  private final UpdateMessageGroups update;
  private int first = 1;

  private KillsDuringRewrites(OwnTable table) {
    this.table = table;
    this.update = new UpdateMessageGroups(new InboxRepository(table.table()));
    conversations.forEach(conversation -> conversation.open(table.client()));
  }

  /// What was found.
  ///
  /// @param busy kills that hit in the middle of a rewrite
  /// @param lost inboxes without a row of the conversation
  /// @param doubled inboxes with more than one
  /// @param stale inboxes that did not show the newest message after it was delivered again
  record Result(int kills, int busy, int rewrites, int lost, int doubled, int stale) {
    static final Result NONE = new Result(0, 0, 0, 0, 0, 0);

    boolean isClean() {
      return lost == 0 && doubled == 0 && stale == 0;
    }

    Result plus(Result other) {
      return new Result(
          kills + other.kills,
          busy + other.busy,
          rewrites + other.rewrites,
          lost + other.lost,
          doubled + other.doubled,
          stale + other.stale);
    }
  }

  /// @param args how many kills; 100 when there is none
  public static void main(String[] args) throws IOException, InterruptedException {
    var kills = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    Result result;
    try (var table = OwnTable.create()) {
      result = run(table, kills);
    }
    System.out.printf(
        "KillsDuringRewrites: %d kills, %d of them within a rewrite, %d rewrites: "
            + "%d rows lost, %d doubled, %d stale after redelivery%n",
        result.kills(),
        result.busy(),
        result.rewrites(),
        result.lost(),
        result.doubled(),
        result.stale());
    if (!result.isClean()) {
      System.exit(1);
    }
  }

  static Result run(OwnTable table, int kills) throws IOException, InterruptedException {
    var rounds = new KillsDuringRewrites(table);
    var result = Result.NONE;
    for (var kill = 0; kill < kills; kill++) {
      result = result.plus(rounds.killOnce());
    }
    return result;
  }

  private Result killOnce() throws IOException, InterruptedException {
    var killed =
        KilledProcess.run(
            table.endpoint(), first, conversations, random.nextInt(LONGEST_LIFE_MILLIS));
    var afterKill = count(-1);
    // What a stream does with a batch whose function died: the last messages come again.
    for (var number = Math.max(first, killed.last() - 1); number <= killed.last(); number++) {
      for (var conversation : conversations) {
        update.update(List.of(conversation.message(number)));
      }
    }
    var afterRedelivery = count(killed.last());
    var rewrites = (killed.last() - first + 1) * conversations.size();
    first = killed.last() + 1;
    return new Result(1, killed.busy() ? 1 : 0, rewrites, 0, 0, 0)
        .plus(afterKill)
        .plus(afterRedelivery);
  }

  private Result count(int newest) {
    var result = Result.NONE;
    for (var conversation : conversations) {
      for (var member : conversation.members()) {
        var rows = conversation.rows(member, table.client());
        var stale =
            newest >= 0
                && !rows.stream()
                    .allMatch(
                        row ->
                            row.get(MessagesTableSchema.SK)
                                    .s()
                                    .equals(conversation.sentAt(newest).stored())
                                && row.get(MessagesTableSchema.MESSAGE)
                                    .s()
                                    .equals(Conversation.textOf(newest)));
        result =
            result.plus(
                new Result(
                    0, 0, 0, rows.isEmpty() ? 1 : 0, rows.size() > 1 ? 1 : 0, stale ? 1 : 0));
      }
    }
    return result;
  }
}
