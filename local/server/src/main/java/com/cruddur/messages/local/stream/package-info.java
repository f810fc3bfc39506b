/// The stream pump: calls the stream function as Lambda's event source mapping does, from the
/// stream of a DynamoDB Local.
///
/// ```
/// EventSourceMapping            one thread: which shards are there, which may be read now (Lineage)
///   ├ TableStream               the requests: DescribeStream, GetShardIterator, GetRecords
///   └ ShardReader               one thread a shard: position, lost iterators
///       ├ StreamEvents          the SDK's records as the JSON that Lambda sends
///       ├ RecordFilter          the event filter, on that JSON
///       └ BatchProcessor        invoke, halve, retry, give up: no stream needed, no thread of its own
///           ├ StreamFunction    JSON in, JSON out (LambdaFunction: a handler behind its serializer)
///           ├ FunctionResponse  what the JSON that came back means
///           └ FailureStore      what was given up, whole, in the shape of Lambda's S3 destination
/// ```
///
/// What it promises is what AWS documents:
///
/// | subject | page |
/// |---|---|
/// | polling, batches, order | <https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html> |
/// | partial batch response, halving | <https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html> |
/// | retries, age, discarded records | <https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html> |
/// | event filter | <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html> |
/// | shards | <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html> |
///
/// Not as on AWS: the checkpoint lives in memory only, because DynamoDB Local's sequence numbers do
/// not outlive it for good. A new start reads again what the stream still holds.
package com.cruddur.messages.local.stream;
