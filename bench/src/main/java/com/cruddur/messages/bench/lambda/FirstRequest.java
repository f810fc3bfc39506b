package com.cruddur.messages.bench.lambda;

import com.cruddur.messages.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How long a function's first request takes after what it does before a snapshot and after a
/// restore, against a warm one in the same process, and which classes it still has to load. There
/// is no snapshot: the process just goes on. Its connections to DynamoDB are cut in between, as a
/// restore finds them, or, for comparison, kept.
public final class FirstRequest {
  private static final String REHEARSALS = "rehearsals=";

  private FirstRequest() {}

  /// How often.
  ///
  /// @param rehearsals how many times what comes before a snapshot is done
  private record Plan(int rounds, int warmUp, int warm, int rehearsals) {
    static Plan of(List<String> args) {
      var rehearsals =
          args.stream()
              .filter(arg -> arg.startsWith(REHEARSALS))
              .map(arg -> Integer.valueOf(arg.substring(REHEARSALS.length())))
              .findFirst()
              .orElse(1);
      return args.contains("quick")
          ? new Plan(1, 200, 100, rehearsals)
          : new Plan(7, 500, 500, rehearsals);
    }
  }

  /// A process's measurements, in milliseconds.
  ///
  /// @param reading the event
  /// @param handling it
  /// @param writing the answer
  /// @param late names of the classes loaded meanwhile, in the same order
  private record Seen(
      double reading,
      double handling,
      double writing,
      double second,
      double warm,
      List<List<String>> late) {
    double first() {
      return reading + handling + writing;
    }
  }

  /// @param args `quick` for one process of each; `classes` to name the classes loaded late;
  ///     `rehearsals=50` to do what comes before a snapshot so many times instead of once
  public static void main(String[] args) throws Exception {
    var plan = Plan.of(List.of(args));
    var cut = new EnumMap<RestoredCase, List<Seen>>(RestoredCase.class);
    var kept = new EnumMap<RestoredCase, List<Seen>>(RestoredCase.class);
    for (var round = 0; round < plan.rounds(); round++) {
      for (var each : RestoredCase.values()) {
        cut.computeIfAbsent(each, e -> new ArrayList<>()).add(measure(each, plan, true));
        kept.computeIfAbsent(each, e -> new ArrayList<>()).add(measure(each, plan, false));
      }
    }
    print(cut, kept);
    if (List.of(args).contains("classes")) {
      printClasses(cut);
    }
  }

  private static Seen measure(RestoredCase each, Plan plan, boolean cut) throws Exception {
    try (var stage = new Stage()) {
      var conversants = Conversants.on(stage, plan.warmUp() + plan.warm() + 2);
      var errors = stage.folder().resolve("function.log");
      try (var jvm = start(each, plan, stage, errors)) {
        if (!"restored".equals(jvm.line())) {
          throw new IllegalStateException(Files.readString(errors));
        }
        if (cut) {
          stage.tls().hangUp();
        }
        var first = call(jvm, each, conversants, 0);
        var late = List.of(names(jvm), names(jvm), names(jvm));
        var second = sum(call(jvm, each, conversants, 1));
        var warm = new ArrayList<Double>();
        for (var n = 0; n < plan.warmUp() + plan.warm(); n++) {
          var took = sum(call(jvm, each, conversants, n + 2));
          if (n >= plan.warmUp()) {
            warm.add(took);
          }
        }
        return new Seen(first[0], first[1], first[2], second, median(warm), late);
      }
    }
  }

  private static ChildJvm start(RestoredCase each, Plan plan, Stage stage, Path errors) {
    var classes = stage.folder().resolve("classes.log").toString();
    return ChildJvm.start(
        RestoredFunction.class,
        Map.of(
            "HANDLER", each.handler().getName(),
            "CLASSES", classes,
            "REHEARSALS", Integer.toString(plan.rehearsals()),
            "TABLE_NAME", Stage.TABLE,
            "DYNAMODB_ENDPOINT", stage.tls().endpoint().toString(),
            "DATABASE_URL", stage.databaseUrl()),
        List.of(
            // As the managed runtime starts it: its own CRaC stands behind org.crac.
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Djavax.net.ssl.trustStore=" + stage.tls().trustStore(),
            "-Djavax.net.ssl.trustStorePassword=" + TlsFront.trustStorePassword(),
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Xlog:class+load:file=" + classes + ":none"),
        List.of(),
        errors);
  }

  private static double[] call(ChildJvm jvm, RestoredCase each, Conversants conversants, int n) {
    jvm.tell(each.event(conversants, n));
    var line = jvm.line();
    if (line == null || !each.isGood(line)) {
      throw new IllegalStateException(each + " answered " + line);
    }
    var parts = line.split(" ", 4);
    return new double[] {
      Long.parseLong(parts[0]) / 1e6, Long.parseLong(parts[1]) / 1e6, Long.parseLong(parts[2]) / 1e6
    };
  }

  private static List<String> names(ChildJvm jvm) {
    var line = jvm.line();
    return line.isEmpty() ? List.of() : List.of(line.split(" "));
  }

  private static double sum(double[] parts) {
    return parts[0] + parts[1] + parts[2];
  }

  private static void print(Map<RestoredCase, List<Seen>> cut, Map<RestoredCase, List<Seen>> kept) {
    System.out.println(
        "| pattern | first, least to most | reading it, handling it, writing the answer | × warm"
            + " | first, connection kept | × warm | second | warm"
            + " | classes late: reading, handling, writing |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    cut.forEach(
        (each, seen) -> {
          var others = kept.get(each);
          var warm = median(seen.stream().map(Seen::warm).toList());
          var first = median(seen.stream().map(Seen::first).toList());
          var firstKept = median(others.stream().map(Seen::first).toList());
          var late = seen.getFirst().late();
          System.out.printf(
              Locale.ROOT,
              "| %s | %.1f ms, %.1f to %.1f | %.1f + %.1f + %.1f | %.1f | %.1f ms | %.1f | %.1f ms"
                  + " | %.2f ms | %d, %d, %d |%n",
              each.title(),
              first,
              seen.stream().mapToDouble(Seen::first).min().orElseThrow(),
              seen.stream().mapToDouble(Seen::first).max().orElseThrow(),
              median(seen.stream().map(Seen::reading).toList()),
              median(seen.stream().map(Seen::handling).toList()),
              median(seen.stream().map(Seen::writing).toList()),
              first / warm,
              firstKept,
              firstKept / warm,
              median(seen.stream().map(Seen::second).toList()),
              warm,
              late.get(0).size(),
              late.get(1).size(),
              late.get(2).size());
        });
  }

  private static void printClasses(Map<RestoredCase, List<Seen>> cut) {
    cut.forEach(
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
