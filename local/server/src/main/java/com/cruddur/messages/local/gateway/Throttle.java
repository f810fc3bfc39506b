package com.cruddur.messages.local.gateway;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// A token bucket, as API Gateway throttles.
///
/// See <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html>
public final class Throttle {
  private final double perMilli;
  private final double burst;
  private final InstantSource clock;
  private double tokens;
  private long filledAt;

  /// @param rate requests a second in the long run
  /// @param burst requests at once at most
  public Throttle(double rate, int burst, InstantSource clock) {
    this.perMilli = rate / TimeUnit.SECONDS.toMillis(1);
    this.burst = burst;
    this.clock = clock;
    this.tokens = burst;
    this.filledAt = clock.millis();
  }

  /// An account's default limits: 10,000 a second, 5,000 at once.
  public static Throttle ofAnAccount() {
    return new Throttle(10_000, 5_000, InstantSource.system());
  }

  /// Takes a token; false when there is none.
  synchronized boolean admit() {
    var now = clock.millis();
    tokens = Math.min(burst, tokens + Math.max(0, now - filledAt) * perMilli);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
