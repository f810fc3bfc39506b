package com.cruddur.messages.bench;

import com.cruddur.messages.bench.UnconditionalMoves.Order;
import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.InboxRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// How long one move of a conversation of two takes: in a transaction, and by single requests in
/// either order, in turn. DynamoDB Local's transactions are not AWS's; the number of round trips is
/// what carries over.
public final class MoveTimes {
  private static final int MOVES = 1_000;
  private static final int QUICK = 200;
  private static final int WARM_UP = 300;

  private MoveTimes() {}

  /// @param args `quick` for fewer moves
  public static void main(String[] args) {
    var moves = List.of(args).contains("quick") ? QUICK : MOVES;
    try (var own = OwnTable.create()) {
      var ways = new LinkedHashMap<String, Consumer<NewMessage>>();
      var update = new UpdateMessageGroups(new InboxRepository(own.table()));
      ways.put("transaction, as it is", message -> mustSucceed(update, message));
      ways.put(
          "put, then delete", new UnconditionalMoves(own.client(), Order.PUT_THEN_DELETE)::move);
      ways.put(
          "delete, then put (Python's way)",
          new UnconditionalMoves(own.client(), Order.DELETE_THEN_PUT)::move);
      System.out.printf("| one move, two members, %,d in turn | p50 | p99 |%n", moves);
      System.out.println("|---|---|---|");
      measure(ways, own, moves).forEach(MoveTimes::print);
    }
  }

  private static void mustSucceed(UpdateMessageGroups update, NewMessage message) {
    if (update.update(List.of(message)).isPresent()) {
      throw new IllegalStateException("the move failed");
    }
  }

  private static Map<String, List<Duration>> measure(
      Map<String, Consumer<NewMessage>> ways, OwnTable own, int moves) {
    var conversations = new LinkedHashMap<String, Conversation>();
    var times = new LinkedHashMap<String, List<Duration>>();
    for (var way : ways.keySet()) {
      var conversation = Conversation.of(2);
      conversation.open(own.client());
      conversations.put(way, conversation);
      times.put(way, new ArrayList<>());
    }
    for (var number = 1; number <= WARM_UP + moves; number++) {
      for (var way : ways.entrySet()) {
        var message = conversations.get(way.getKey()).message(number);
        var start = System.nanoTime();
        way.getValue().accept(message);
        if (number > WARM_UP) {
          times.get(way.getKey()).add(Duration.ofNanos(System.nanoTime() - start));
        }
      }
    }
    return times;
  }

  private static void print(String way, List<Duration> times) {
    var sorted = Durations.of(times);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f ms | %.2f ms |%n",
        way,
        sorted.percentile(50).toNanos() / 1e6,
        sorted.percentile(99).toNanos() / 1e6);
  }
}
