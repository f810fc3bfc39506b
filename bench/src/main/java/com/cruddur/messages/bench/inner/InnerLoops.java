package com.cruddur.messages.bench.inner;

import com.cruddur.messages.handler.StreamLoops;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the loops, each in JVMs of its own with this one's options, and prints a table.
public final class InnerLoops {
  private InnerLoops() {}

  /// @param args `quick` for one short run of each
  public static void main(String[] args) throws RunnerException {
    var quick = List.of(args).contains("quick");
    var options =
        new OptionsBuilder()
            .include(HttpLoops.class.getName())
            .include(TimestampLoops.class.getName())
            .include(StreamLoops.class.getName())
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 2 : 5)
            .warmupTime(TimeValue.milliseconds(quick ? 500 : 1_000))
            .measurementIterations(quick ? 3 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 500 : 1_000))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    System.out.println("| inner loop | mean | error (99.9 %) | allocated |");
    System.out.println("|---|---|---|---|");
    new Runner(options).run().forEach(InnerLoops::print);
  }

  private static void print(RunResult result) {
    Result<?> time = result.getPrimaryResult();
    var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f µs | ± %.2f | %,.0f bytes |%n",
        time.getLabel(),
        time.getScore(),
        time.getScoreError(),
        allocated == null ? Double.NaN : allocated.getScore());
  }
}
