package com.cruddur.messages.cli;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// Counts the read capacity units that a client consumes, and keeps their average below a rate:
/// what requests turn out to have cost is waited off before the next one.
///
/// See
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html>
public final class ReadCapacity implements ExecutionInterceptor {
  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  private final OptionalDouble unitsPerSecond;
  private double units;
  private long freeAt = System.nanoTime();
  private boolean isReleased;

  /// @param unitsPerSecond empty for as fast as it goes
  ReadCapacity(OptionalDouble unitsPerSecond) {
    this.unitsPerSecond = unitsPerSecond;
  }

  /// Units consumed so far; half ones are eventually consistent reads.
  public synchronized double units() {
    return units;
  }

  /// From now on nothing is waited for: the work is to end.
  public synchronized void release() {
    isReleased = true;
    notifyAll();
  }

  // Outside the SDK's own limits of time, which start after this.
  @Override
  public synchronized void beforeExecution(
      Context.BeforeExecution context, ExecutionAttributes attributes) {
    try {
      for (var wait = untilFree(); wait > 0 && !isReleased; wait = untilFree()) {
        TimeUnit.NANOSECONDS.timedWait(this, wait);
      }
    } catch (InterruptedException e) {
      // The SDK refuses the request then.
      Thread.currentThread().interrupt();
    }
  }

  private long untilFree() {
    return freeAt - System.nanoTime();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return switch (context.request()) {
      case ScanRequest scan -> scan.toBuilder().returnConsumedCapacity(TOTAL).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(TOTAL).build();
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(TOTAL).build();
      case BatchGetItemRequest get -> get.toBuilder().returnConsumedCapacity(TOTAL).build();
      default -> context.request();
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    switch (context.response()) {
      case ScanResponse scan -> consumed(scan.consumedCapacity());
      case QueryResponse query -> consumed(query.consumedCapacity());
      case GetItemResponse get -> consumed(get.consumedCapacity());
      case BatchGetItemResponse get -> get.consumedCapacity().forEach(this::consumed);
      default -> {}
    }
  }

  private synchronized void consumed(ConsumedCapacity capacity) {
    if (capacity == null) {
      return;
    }
    units += capacity.capacityUnits();
    if (unitsPerSecond.isPresent()) {
      var cost = capacity.capacityUnits() / unitsPerSecond.getAsDouble();
      freeAt =
          Math.max(freeAt, System.nanoTime()) + (long) (cost * Duration.ofSeconds(1).toNanos());
    }
  }
}
