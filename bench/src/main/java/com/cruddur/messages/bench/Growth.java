package com.cruddur.messages.bench;

import com.cruddur.messages.bench.CapacityMeter.Units;
import com.cruddur.messages.table.DynamoDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Whether patterns A and B take longer, or cost more, in a long conversation or a full inbox. All
/// lengths are read in turn from one DynamoDB Local, each from a table of its own, and a bare Query
/// for the same rows beside each, in two forms, to show what DynamoDB Local itself makes of the
/// length.
public final class Growth {
  private Growth() {}

  /// Lengths and repetitions.
  record Plan(List<Integer> messages, List<Integer> groups, int warmUp, int rounds) {
    static final Plan WHOLE =
        new Plan(List.of(100, 10_000, 1_000_000), List.of(10, 10_000), 300, 1_000);
    static final Plan QUICK = new Plan(List.of(100, 10_000), List.of(10, 1_000), 300, 300);
  }

  /// Three ways to read a case's rows, and what each took.
  private record Times(List<IntSupplier> ways, List<List<Duration>> took) {
    Times(GrowthCase of, DynamoDbClient client) {
      this(
          List.of(of.useCase(client), of.bareQuery(client), of.byCondition(client)),
          List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    void measure(int rows) {
      for (var way = 0; way < ways.size(); way++) {
        took.get(way).add(time(ways.get(way), rows));
      }
    }

    private static Duration time(IntSupplier work, int expected) {
      var start = System.nanoTime();
      var rows = work.getAsInt();
      var took = Duration.ofNanos(System.nanoTime() - start);
      // A bare Query reads one more, where there is one.
      if (rows < expected || rows > expected + 1) {
        throw new IllegalStateException(rows + " rows instead of " + expected);
      }
      return took;
    }

    double millis(int way, int percentage) {
      return Durations.of(took.get(way)).percentile(percentage).toNanos() / 1e6;
    }

    void clear() {
      took.forEach(List::clear);
    }
  }

  /// @param args `quick` for shorter lists, read less often
  public static void main(String[] args) {
    var plan = List.of(args).contains("quick") ? Plan.QUICK : Plan.WHOLE;
    try (var own = OwnTable.create()) {
      var started = System.nanoTime();
      var cases = seed(own.client(), plan);
      System.err.printf(
          "Growth: seeded in %d s%n", Duration.ofNanos(System.nanoTime() - started).toSeconds());
      var units = units(cases, own);
      print(measure(cases, own.client(), plan), units, plan);
    }
  }

  static List<GrowthCase> seed(DynamoDbClient client, Plan plan) {
    var cases = new ArrayList<GrowthCase>();
    for (var size : plan.messages()) {
      cases.addAll(GrowthCase.ofMessages(SeededTable.ofMessages(client, size)));
    }
    for (var size : plan.groups()) {
      cases.addAll(GrowthCase.ofGroups(SeededTable.ofGroups(client, size)));
    }
    // The lengths of a page side by side.
    cases.sort(Comparator.comparing(GrowthCase::page));
    return cases;
  }

  /// What the use case of each consumes.
  static Map<GrowthCase, Units> units(List<GrowthCase> cases, OwnTable own) {
    var meter = new CapacityMeter();
    var units = new LinkedHashMap<GrowthCase, Units>();
    try (var client =
        DynamoDb.at(own.endpoint())
            .overrideConfiguration(metered -> metered.addExecutionInterceptor(meter))
            .build()) {
      for (var each : cases) {
        each.useCase(client).getAsInt();
        units.put(each, meter.take());
      }
    }
    return units;
  }

  private static Map<GrowthCase, Times> measure(
      List<GrowthCase> cases, DynamoDbClient client, Plan plan) {
    var times = new LinkedHashMap<GrowthCase, Times>();
    cases.forEach(each -> times.put(each, new Times(each, client)));
    for (var round = -plan.warmUp(); round < plan.rounds(); round++) {
      if (round == 0) {
        times.values().forEach(Times::clear);
      }
      times.forEach((each, of) -> of.measure(each.limit()));
    }
    return times;
  }

  private static void print(Map<GrowthCase, Times> times, Map<GrowthCase, Units> units, Plan plan) {
    System.out.printf("%s; %d reads of each, in turn%n%n", Machine.describe(), plan.rounds());
    System.out.println(
        "| page | of | RCU | p50 | p99 | × shortest | bare Query p50 | × | by condition p50 | × |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    var shortest = new LinkedHashMap<String, Times>();
    times.forEach(
        (each, of) -> {
          var base = shortest.computeIfAbsent(each.page(), page -> of);
          System.out.printf(
              Locale.ROOT,
              "| %s | %,d | %.1f | %.2f ms | %.2f ms | %.2f | %.2f ms | %.2f | %.2f ms | %.2f |%n",
              each.page(),
              each.table().size(),
              units.get(each).read(),
              of.millis(0, 50),
              of.millis(0, 99),
              of.millis(0, 50) / base.millis(0, 50),
              of.millis(1, 50),
              of.millis(1, 50) / base.millis(1, 50),
              of.millis(2, 50),
              of.millis(2, 50) / base.millis(2, 50));
        });
  }
}
