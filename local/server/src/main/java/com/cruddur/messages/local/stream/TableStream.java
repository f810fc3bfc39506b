package com.cruddur.messages.local.stream;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// A table's stream, as DynamoDB serves it. Every method is one or more requests and throws what
/// the SDK throws.
record TableStream(DynamoDbStreamsClient client, String arn) {

  /// The stream's shards.
  ///
  /// @param disabled whether no shard will follow them
  record Shards(List<Shard> all, boolean disabled) {}

  Shards shards() {
    var all = new ArrayList<Shard>();
    StreamDescription page = null;
    do {
      var after = page == null ? null : page.lastEvaluatedShardId();
      page =
          client
              .describeStream(describe -> describe.streamArn(arn).exclusiveStartShardId(after))
              .streamDescription();
      all.addAll(page.shards());
    } while (page.lastEvaluatedShardId() != null);
    return new Shards(all, page.streamStatus() == StreamStatus.DISABLED);
  }

  String iterator(String shardId, ShardPosition position) {
    var request =
        client.getShardIterator(
            get ->
                get.streamArn(arn)
                    .shardId(shardId)
                    .shardIteratorType(position.type())
                    .sequenceNumber(position.sequenceNumber()));
    return request.shardIterator();
  }

  GetRecordsResponse records(String iterator, int limit) {
    return client.getRecords(get -> get.shardIterator(iterator).limit(limit));
  }
}
