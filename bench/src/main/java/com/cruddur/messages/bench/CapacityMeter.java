package com.cruddur.messages.bench;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_GROUP_UUID;
import static com.cruddur.messages.table.MessagesTableSchema.PK;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/// Adds up the capacity units of a client's requests: of single requests as DynamoDB reports them,
/// of transactions by AWS's rules, because DynamoDB Local counts those otherwise. Every item of a
/// transaction is written twice, its index entry once, in units of 1 KB begun; what is deleted is
/// taken to be at most 1 KB.
///
/// See <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html>
final class CapacityMeter implements ExecutionInterceptor {
  private static final int KILOBYTE = 1024;
  private static final ReturnConsumedCapacity ALL = ReturnConsumedCapacity.INDEXES;

  private int requests;
  private double read;
  private double written;

  /// Capacity units, read and written, and the requests they were consumed by.
  record Units(int requests, double read, double written) {
    Units plus(Units other) {
      return new Units(requests + other.requests, read + other.read, written + other.written);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f RCU, %.1f WCU", read, written);
    }
  }

  /// What was consumed since the last call.
  synchronized Units take() {
    var taken = new Units(requests, read, written);
    requests = 0;
    read = 0;
    written = 0;
    return taken;
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return switch (context.request()) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(ALL).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(ALL).build();
      case DeleteItemRequest delete -> delete.toBuilder().returnConsumedCapacity(ALL).build();
      case BatchWriteItemRequest batch -> batch.toBuilder().returnConsumedCapacity(ALL).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(ALL).build();
      case TransactWriteItemsRequest transaction -> transaction;
      default -> throw new IllegalStateException("not metered: " + context.request().getClass());
    };
  }

  @Override
  public synchronized void afterExecution(
      Context.AfterExecution context, ExecutionAttributes attributes) {
    requests++;
    switch (context.response()) {
      case GetItemResponse got -> read += got.consumedCapacity().capacityUnits();
      case QueryResponse found -> read += found.consumedCapacity().capacityUnits();
      case PutItemResponse put -> written += put.consumedCapacity().capacityUnits();
      case DeleteItemResponse deleted -> written += deleted.consumedCapacity().capacityUnits();
      case BatchWriteItemResponse batch ->
          written +=
              batch.consumedCapacity().stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
      case TransactWriteItemsResponse _ ->
          written += units((TransactWriteItemsRequest) context.request());
      default -> throw new IllegalStateException("not metered: " + context.response().getClass());
    }
  }

  /// What AWS bills for a transaction that is carried out.
  static int units(TransactWriteItemsRequest transaction) {
    return transaction.transactItems().stream().mapToInt(CapacityMeter::units).sum();
  }

  private static int units(TransactWriteItem action) {
    if (action.delete() != null) {
      var isIndexed = action.delete().key().get(PK).s().startsWith(GROUP_PREFIX);
      return isIndexed ? 2 + 1 : 2;
    }
    var item = action.put().item();
    var kilobytes = Math.ceilDiv(bytes(item), KILOBYTE);
    return item.containsKey(MESSAGE_GROUP_UUID) ? 2 * kilobytes + kilobytes : 2 * kilobytes;
  }

  private static int bytes(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(attribute -> bytes(attribute.getKey()) + bytes(attribute.getValue().s()))
        .sum();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
