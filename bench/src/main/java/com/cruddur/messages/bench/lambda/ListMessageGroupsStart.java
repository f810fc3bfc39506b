package com.cruddur.messages.bench.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How long pattern B takes from the start of its process to its first answer, and when it is warm:
/// ours in every packaging, and Python's.
public final class ListMessageGroupsStart {
  private static final Function FUNCTION = Function.LIST_MESSAGE_GROUPS;
  private static final int WARM_UP = 3_000;
  private static final int WARM = 3_000;

  private ListMessageGroupsStart() {}

  /// Figures of a variant.
  ///
  /// @param cold from the start to the first answer
  /// @param warm of single calls
  /// @param processorTime of a warm call
  private record Figures(List<Duration> cold, List<Duration> warm, List<Duration> processorTime) {
    Figures() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /// @param args how many cold starts of each, and how many warm runs; 15 and 3 when left out
  public static void main(String[] args) throws Exception {
    var starts = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    var warmRuns = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    var folder = Files.createTempDirectory("cruddur-bench-");
    try {
      var packaging = Packaging.in(folder);
      var figures = new EnumMap<Variant, Figures>(Variant.class);
      for (var variant : Variant.values()) {
        figures.put(variant, new Figures());
      }
      for (var i = 0; i < starts; i++) {
        measureStarts(packaging, figures);
      }
      for (var i = 0; i < warmRuns; i++) {
        measureWarm(packaging, figures);
      }
      print(figures);
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void measureStarts(Packaging packaging, Map<Variant, Figures> figures)
      throws Exception {
    try (var stage = new Stage()) {
      // Stores that have just been started are slow, and the first of ours writes the caller's
      // copy: neither is the start of any variant.
      start(Variant.PYTHON, packaging, stage);
      start(Variant.IMAGE_AOT, packaging, stage);
      for (var variant : Variant.values()) {
        figures.get(variant).cold().add(start(variant, packaging, stage));
      }
    }
  }

  private static Duration start(Variant variant, Packaging packaging, Stage stage)
      throws Exception {
    var command = variant.command(FUNCTION, packaging);
    var start = System.nanoTime();
    try (var function = new FunctionProcess(command, variant.folder(packaging), stage)) {
      function.invoke(stage.event(), Stage::isWholeInbox);
      return Duration.ofNanos(System.nanoTime() - start);
    } catch (IOException e) {
      throw new IOException(
          variant + ": " + Files.readString(stage.folder().resolve("function.log")), e);
    }
  }

  private static void measureWarm(Packaging packaging, Map<Variant, Figures> figures)
      throws Exception {
    for (var variant : Variant.values()) {
      try (var stage = new Stage();
          var function =
              new FunctionProcess(
                  variant.command(FUNCTION, packaging), variant.folder(packaging), stage)) {
        for (var i = 0; i < WARM_UP; i++) {
          function.invoke(stage.event(), Stage::isWholeInbox);
        }
        var before = function.processorTime();
        for (var i = 0; i < WARM; i++) {
          figures.get(variant).warm().add(function.invoke(stage.event(), Stage::isWholeInbox));
        }
        figures
            .get(variant)
            .processorTime()
            .add(function.processorTime().minus(before).dividedBy(WARM));
      }
    }
  }

  private static void print(Map<Variant, Figures> figures) {
    var python = figures.get(Variant.PYTHON);
    System.out.println(
        "| pattern B | cold p50 | least to most | × Python | warm p50 | × | CPU | × |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    figures.forEach(
        (variant, of) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %.0f ms | %.0f to %.0f | %.2f | %.2f ms | %.2f | %.2f ms | %.2f |%n",
                variant.title(),
                millis(of.cold(), 50),
                millis(of.cold(), 0),
                millis(of.cold(), 100),
                millis(of.cold(), 50) / millis(python.cold(), 50),
                millis(of.warm(), 50),
                millis(of.warm(), 50) / millis(python.warm(), 50),
                millis(of.processorTime(), 50),
                millis(of.processorTime(), 50) / millis(python.processorTime(), 50)));
  }

  private static double millis(List<Duration> times, int percentage) {
    var sorted = times.stream().sorted().toList();
    var rank = (int) Math.ceil(percentage / 100.0 * sorted.size());
    return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(rank, 1) - 1).toNanos() / 1e6;
  }
}
