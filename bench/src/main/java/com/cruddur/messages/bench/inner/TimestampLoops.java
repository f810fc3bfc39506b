package com.cruddur.messages.bench.inner;

import com.cruddur.messages.message.Timestamp;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Sort keys, of which a page has a hundred.
@State(Scope.Benchmark)
public class TimestampLoops {
  private Instant instant = Instant.parse("2026-01-01T00:00:00.123456Z");
  private String ours = Timestamp.of(instant).stored();
  private String naive = "2023-04-01T12:34:56";
  private Timestamp timestamp = Timestamp.of(instant);

  /// As this product wrote it.
  @Benchmark
  public Timestamp parseOurs() {
    return Timestamp.parse(ours);
  }

  /// As the Python service wrote it, without a zone.
  @Benchmark
  public Timestamp parsePythons() {
    return Timestamp.parse(naive);
  }

  /// A new one.
  @Benchmark
  public Timestamp format() {
    return Timestamp.of(instant);
  }

  /// One that was read, for an answer.
  @Benchmark
  public String show() {
    return timestamp.toString();
  }
}
