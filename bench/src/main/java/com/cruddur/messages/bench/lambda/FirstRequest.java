package com.cruddur.messages.bench.lambda;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How long a function's first request takes after what it does before a snapshot and after a
/// restore, against a warm one in the same process, and which classes it still has to load. There
/// is no snapshot: the process just goes on, with the connections that it then has.
public final class FirstRequest {
  private static final String REHEARSALS = "rehearsals=";

  private FirstRequest() {}

  /// How often.
  ///
  /// @param use calls of another process before, which warm the stores up
  /// @param rehearsals how many times what comes before a snapshot is done
  private record Plan(int rounds, int use, int warmUp, int warm, int rehearsals) {
    static Plan of(List<String> args) {
      var rehearsals =
          args.stream()
              .filter(arg -> arg.startsWith(REHEARSALS))
              .map(arg -> Integer.valueOf(arg.substring(REHEARSALS.length())))
              .findFirst()
              .orElse(1);
      return args.contains("quick")
          ? new Plan(1, 1_000, 200, 100, rehearsals)
          : new Plan(7, 1_000, 500, 500, rehearsals);
    }
  }

  /// A process's measurements, in milliseconds.
  ///
  /// @param reading the event
  /// @param handling it
  /// @param writing the answer
  /// @param connecting a new connection to the table, in the process that is warm by then
  /// @param late names of the classes loaded meanwhile, in the same order
  private record Seen(
      double reading,
      double handling,
      double writing,
      double second,
      double warm,
      double connecting,
      List<List<String>> late) {
    double first() {
      return reading + handling + writing;
    }
  }

  /// @param args `quick` for one process of each; `classes` to name the classes loaded late;
  ///     `rehearsals=50` to do what comes before a snapshot so many times instead of once
  public static void main(String[] args) throws Exception {
    var plan = Plan.of(List.of(args));
    var seen = new EnumMap<RestoredCase, List<Seen>>(RestoredCase.class);
    for (var round = 0; round < plan.rounds(); round++) {
      for (var each : RestoredCase.values()) {
        seen.computeIfAbsent(each, e -> new ArrayList<>()).add(measure(each, plan));
      }
    }
    print(seen);
    if (List.of(args).contains("classes")) {
      printClasses(seen);
    }
  }

  private static Seen measure(RestoredCase each, Plan plan) throws Exception {
    try (var stage = new Stage()) {
      var conversants = Conversants.on(stage, plan.use() + plan.warmUp() + plan.warm() + 2);
      useStage(each, plan, stage, conversants);
      try (var function = new RestoredProcess(each.handler(), plan.rehearsals(), stage)) {
        if (!"restored".equals(function.line())) {
          throw new IllegalStateException(each + " was not restored");
        }
        var first = call(function, each, conversants, plan.use());
        var late = List.of(names(function), names(function), names(function));
        var second = sum(call(function, each, conversants, plan.use() + 1));
        var warm = new ArrayList<Double>();
        for (var n = 0; n < plan.warmUp() + plan.warm(); n++) {
          var took = sum(call(function, each, conversants, plan.use() + n + 2));
          if (n >= plan.warmUp()) {
            warm.add(took);
          }
        }
        return new Seen(
            first[0], first[1], first[2], second, median(warm), connecting(function), late);
      }
    }
  }

  // Another function has talked to the stores before, as in AWS: they are not what is started here.
  private static void useStage(RestoredCase each, Plan plan, Stage stage, Conversants conversants)
      throws Exception {
    try (var function = new RestoredProcess(each.handler(), 1, stage)) {
      if (!"restored".equals(function.line())) {
        throw new IllegalStateException(each + " was not restored");
      }
      for (var n = 0; n < plan.use(); n++) {
        call(function, each, conversants, n);
        if (n == 0) {
          for (var part = 0; part < 3; part++) {
            names(function);
          }
        }
      }
    }
  }

  private static double[] call(
      RestoredProcess function, RestoredCase each, Conversants conversants, int n)
      throws IOException {
    function.tell(each.event(conversants, n));
    var line = function.line();
    if (!each.isGood(line)) {
      throw new IllegalStateException(each + " answered " + line);
    }
    var parts = line.split(" ", 4);
    return new double[] {
      Long.parseLong(parts[0]) / 1e6, Long.parseLong(parts[1]) / 1e6, Long.parseLong(parts[2]) / 1e6
    };
  }

  private static double connecting(RestoredProcess function) throws IOException {
    function.tell(RestoredFunction.CONNECT);
    return Long.parseLong(function.line()) / 1e6;
  }

  private static List<String> names(RestoredProcess function) throws IOException {
    var line = function.line();
    return line.isEmpty() ? List.of() : List.of(line.split(" "));
  }

  private static double sum(double[] parts) {
    return parts[0] + parts[1] + parts[2];
  }

  private static void print(Map<RestoredCase, List<Seen>> measured) {
    System.out.println(
        "| pattern | first, least to most | reading it, handling it, writing the answer | × warm"
            + " | second | warm | new connection, warm"
            + " | classes late: reading, handling, writing |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    measured.forEach(
        (each, seen) -> {
          var warm = median(seen.stream().map(Seen::warm).toList());
          var first = median(seen.stream().map(Seen::first).toList());
          var late = seen.getFirst().late();
          System.out.printf(
              Locale.ROOT,
              "| %s | %.1f ms, %.1f to %.1f | %.1f + %.1f + %.1f | %.1f | %.1f ms"
                  + " | %.2f ms | %.1f ms | %d, %d, %d |%n",
              each.title(),
              first,
              seen.stream().mapToDouble(Seen::first).min().orElseThrow(),
              seen.stream().mapToDouble(Seen::first).max().orElseThrow(),
              median(seen.stream().map(Seen::reading).toList()),
              median(seen.stream().map(Seen::handling).toList()),
              median(seen.stream().map(Seen::writing).toList()),
              first / warm,
              median(seen.stream().map(Seen::second).toList()),
              warm,
              median(seen.stream().map(Seen::connecting).toList()),
              late.get(0).size(),
              late.get(1).size(),
              late.get(2).size());
        });
  }

  private static void printClasses(Map<RestoredCase, List<Seen>> measured) {
    measured.forEach(
        (each, seen) -> {
          System.out.printf("%n%s, while reading the event:%n%n", each.title());
          seen.getFirst().late().get(0).forEach(name -> System.out.println("    " + name));
          System.out.printf("%n%s, while handling it:%n%n", each.title());
          seen.getFirst().late().get(1).forEach(name -> System.out.println("    " + name));
        });
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
