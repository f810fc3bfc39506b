package com.cruddur.messages.integration.localstack;

import static org.awaitility.Awaitility.await;

import com.cruddur.messages.handler.StreamEventSource;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.integration.product.Undo;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.testing.Processor;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The product's resources under names of this run only, so that a LocalStack which is used for
/// other things, too, keeps those; closing removes them.
final class Deployment implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String ROLE = "arn:aws:iam::000000000000:role/cruddur-messages";
  private static final Filter NEW_MESSAGES =
      Filter.builder().pattern(StreamEventSource.FILTER_PATTERN).build();
  private static final int MEMORY_MEGABYTES = 1_024;
  private static final int TIMEOUT_SECONDS = 60;

  private final String prefix = "it-" + UUID.randomUUID() + "-";
  private final Undo undo = new Undo();
  private final Clients clients;

  Deployment(Clients clients) {
    this.clients = clients;
  }

  String table() {
    return prefix + "messages";
  }

  String failureStore() {
    return prefix + "failures";
  }

  /// What the function of a handler is called.
  String function(Class<?> handler) {
    return prefix + Function.name(handler);
  }

  /// Makes the table, with its stream.
  ///
  /// @return the stream's ARN
  String createTable() {
    var dynamoDb = clients.dynamoDb();
    dynamoDb.createTable(MessagesTableSchema.createTable(table()));
    undo.step(() -> dynamoDb.deleteTable(delete -> delete.tableName(table())));
    var made = dynamoDb.waiter().waitUntilTableExists(table -> table.tableName(table()));
    dynamoDb.updateTimeToLive(MessagesTableSchema.timeToLive(table()));
    return made.matched().response().orElseThrow().table().latestStreamArn();
  }

  /// Makes the bucket for records that are given up.
  void createFailureStore() {
    var s3 = clients.s3();
    s3.createBucket(bucket -> bucket.bucket(failureStore()));
    undo.step(() -> s3.deleteBucket(bucket -> bucket.bucket(failureStore())));
    undo.step(this::emptyFailureStore);
  }

  private void emptyFailureStore() {
    for (S3Object object :
        clients.s3().listObjectsV2Paginator(list -> list.bucket(failureStore())).contents()) {
      clients.s3().deleteObject(delete -> delete.bucket(failureStore()).key(object.key()));
    }
  }

  /// Makes a function that can be called when this returns.
  ///
  /// @param archive the deployment's archive
  void createFunction(Function function, SdkBytes archive) {
    var name = function(function.handler());
    clients
        .lambda()
        .createFunction(
            CreateFunctionRequest.builder()
                .functionName(name)
                .runtime(Runtime.JAVA25)
                .architectures(architecture())
                .handler(function.handler().getName())
                .role(ROLE)
                .memorySize(MEMORY_MEGABYTES)
                .timeout(TIMEOUT_SECONDS)
                .environment(environment -> environment.variables(function.environment()))
                .code(code -> code.zipFile(archive))
                .build());
    undo.step(() -> clients.lambda().deleteFunction(delete -> delete.functionName(name)));
    clients.lambda().waiter().waitUntilFunctionActiveV2(get -> get.functionName(name));
  }

  /// That of this machine, where LocalStack runs the functions.
  static Architecture architecture() {
    return Architecture.fromValue(Processor.here().lambda());
  }

  /// Has the stream function called with the new messages of a stream, as it is deployed.
  void createStreamMapping(String streamArn) {
    var lambda = clients.lambda();
    var id = lambda.createEventSourceMapping(mapping(streamArn)).uuid();
    undo.step(() -> lambda.deleteEventSourceMapping(delete -> delete.uuid(id)));
    await("the stream's mapping is enabled")
        .atMost(LIMIT)
        .until(() -> lambda.getEventSourceMapping(get -> get.uuid(id)).state(), "Enabled"::equals);
  }

  private CreateEventSourceMappingRequest mapping(String streamArn) {
    return CreateEventSourceMappingRequest.builder()
        .eventSourceArn(streamArn)
        .functionName(function(UpdateMessageGroupsHandler.class))
        .startingPosition(EventSourcePosition.TRIM_HORIZON)
        .batchSize(StreamEventSource.BATCH_SIZE)
        .parallelizationFactor(1)
        .bisectBatchOnFunctionError(true)
        .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
        .maximumRetryAttempts(StreamEventSource.MAXIMUM_RETRY_ATTEMPTS)
        .maximumRecordAgeInSeconds((int) StreamEventSource.MAXIMUM_RECORD_AGE.toSeconds())
        .filterCriteria(criteria -> criteria.filters(NEW_MESSAGES))
        .destinationConfig(
            config ->
                config.onFailure(failure -> failure.destination("arn:aws:s3:::" + failureStore())))
        .build();
  }

  @Override
  public void close() {
    undo.close();
  }
}
