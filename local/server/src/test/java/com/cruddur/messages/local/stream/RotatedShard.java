package com.cruddur.messages.local.stream;

import java.util.ArrayList;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/// Makes the one shard of a DynamoDB Local look rotated, which it would take four hours for: it
/// ends after the records that were read, and a child goes on from there.
final class RotatedShard implements ExecutionInterceptor {
  private static final String CHILD = "shardId-child";

  private boolean read;
  private boolean rotated;
  private boolean parentEnded;
  private String parent;
  private String lastOfParent;

  synchronized void rotate() {
    rotated = true;
  }

  /// Whether records have been asked for.
  synchronized boolean isBeingRead() {
    return read;
  }

  /// Whether the reader has been told that the parent ended.
  synchronized boolean parentEnded() {
    return parentEnded;
  }

  @Override
  public synchronized SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes attributes) {
    if (context.request() instanceof GetShardIteratorRequest request
        && request.shardId().equals(CHILD)) {
      if (!parentEnded || request.shardIteratorType() != ShardIteratorType.TRIM_HORIZON) {
        throw new AssertionError("the child was not read from its beginning, after its parent");
      }
      return request.toBuilder()
          .shardId(parent)
          .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
          .sequenceNumber(lastOfParent)
          .build();
    }
    return context.request();
  }

  @Override
  public synchronized SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    return switch (context.response()) {
      case DescribeStreamResponse described -> withChild(described);
      case GetRecordsResponse records when !parentEnded -> ofParent(records);
      default -> context.response();
    };
  }

  private SdkResponse ofParent(GetRecordsResponse records) {
    read = true;
    if (!records.records().isEmpty()) {
      lastOfParent = records.records().getLast().dynamodb().sequenceNumber();
    } else if (rotated) {
      parentEnded = true;
      return records.toBuilder().nextShardIterator(null).build();
    }
    return records;
  }

  private SdkResponse withChild(DescribeStreamResponse described) {
    var shards = new ArrayList<>(described.streamDescription().shards());
    parent = shards.getFirst().shardId();
    if (rotated) {
      shards.addFirst(Shard.builder().shardId(CHILD).parentShardId(parent).build());
    }
    return described.toBuilder()
        .streamDescription(described.streamDescription().toBuilder().shards(shards).build())
        .build();
  }
}
