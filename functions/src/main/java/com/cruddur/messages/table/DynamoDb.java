package com.cruddur.messages.table;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// How the product talks to DynamoDB: time limits, retries, and what is worth another attempt.
public final class DynamoDb {
  /// The environment variable that names a DynamoDB outside AWS.
  public static final String ENDPOINT_VARIABLE = "DYNAMODB_ENDPOINT";

  private static final int ATTEMPTS = 6;
  private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(2);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(5);
  private static final BackoffStrategy BACKOFF =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofSeconds(1));

  // The SDK's own has five threads, each started by one of the first five time limits, of which
  // every request has two: milliseconds of the very first request. One thread does for a limit,
  // which is only cancelled or interrupts somebody.
  private static final ScheduledExecutorService TIME_LIMITS = timeLimits();

  private DynamoDb() {}

  private static ScheduledExecutorService timeLimits() {
    var executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("dynamodb-time-limits").factory());
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /// A client for the endpoint that the environment variable `DYNAMODB_ENDPOINT` names, or for AWS
  /// when that is blank or not set.
  public static DynamoDbClient fromEnvironment() {
    return builderFromEnvironment().build();
  }

  /// The same, to be built.
  public static DynamoDbClientBuilder builderFromEnvironment() {
    var endpoint = System.getenv(ENDPOINT_VARIABLE);
    return endpoint == null || endpoint.isBlank() ? inAws() : at(URI.create(endpoint));
  }

  /// A client, to be built, for DynamoDB in AWS: region and credentials as the SDK finds them.
  public static DynamoDbClientBuilder inAws() {
    return configure(DynamoDbClient.builder());
  }

  /// A client, to be built, for a DynamoDB outside AWS, which takes any credentials.
  public static DynamoDbClientBuilder at(URI endpoint) {
    return configure(DynamoDbClient.builder())
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }

  private static DynamoDbClientBuilder configure(DynamoDbClientBuilder builder) {
    return builder
        .httpClientBuilder(AwsCrtHttpClient.builder())
        .overrideConfiguration(
            client ->
                client
                    .retryStrategy(retries())
                    .scheduledExecutorService(TIME_LIMITS)
                    .apiCallAttemptTimeout(ATTEMPT_LIMIT)
                    .apiCallTimeout(CALL_LIMIT));
  }

  // The SDK's own retries, and one more reason: a transaction, or a single write, that met another
  // transaction may just be sent again; a transaction keeps its client request token meanwhile.
  private static RetryStrategy retries() {
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(ATTEMPTS)
        .backoffStrategy(BACKOFF)
        .throttlingBackoffStrategy(BACKOFF)
        .retryOnException(DynamoDb::metAnotherTransaction)
        .build();
  }

  private static boolean metAnotherTransaction(Throwable e) {
    return e instanceof TransactionConflictException
        || (e instanceof TransactionCanceledException cancelled && onlyContention(cancelled));
  }

  /// Whether nothing but other requests stood in the way of a transaction, so that the same one may
  /// succeed later.
  static boolean onlyContention(TransactionCanceledException cancelled) {
    return !cancelled.cancellationReasons().isEmpty()
        && cancelled.cancellationReasons().stream()
            .map(CancellationReason::code)
            .allMatch(
                code ->
                    switch (code) {
                      case null -> true;
                      case "None",
                          "TransactionConflict",
                          "ThrottlingError",
                          "ProvisionedThroughputExceeded" ->
                          true;
                      default -> false;
                    });
  }

  /// Whether the same request may succeed later: DynamoDB was not reached, did not answer in time,
  /// failed, or asked to slow down.
  public static boolean mayRecover(SdkException e) {
    return switch (e) {
      case SdkClientException _ -> true;
      case TransactionCanceledException cancelled -> onlyContention(cancelled);
      case TransactionConflictException _, TransactionInProgressException _ -> true;
      case AwsServiceException failed ->
          failed.statusCode() >= 500 || failed.isThrottlingException();
      default -> false;
    };
  }
}
