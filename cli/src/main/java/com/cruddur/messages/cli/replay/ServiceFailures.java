package com.cruddur.messages.cli.replay;

import com.cruddur.messages.table.DynamoDb;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Notes when DynamoDB could not be asked. The stream function only says which record failed; this
/// tells a record that cannot succeed from a table that is out of reach.
final class ServiceFailures implements ExecutionInterceptor {
  // What a record is to blame for.
  private static final Set<String> OF_A_REQUEST =
      Set.of(
          "ConditionalCheckFailedException",
          "ItemCollectionSizeLimitExceededException",
          "TransactionCanceledException",
          "ValidationException");

  private final AtomicReference<SdkException> last = new AtomicReference<>();

  /// A client like this one, whose failures are noted here.
  DynamoDbClient watch(DynamoDbClient client) {
    var like = client.serviceClientConfiguration();
    var builder =
        DynamoDbClient.builder()
            .region(like.region())
            .credentialsProvider(like.credentialsProvider())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                like.overrideConfiguration().toBuilder().addExecutionInterceptor(this).build());
    like.endpointOverride().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    if (context.exception() instanceof SdkException failure && isOfTheService(failure)) {
      last.set(failure);
    }
  }

  /// The failure since the last time this was asked, if there was one.
  Optional<SdkException> take() {
    return Optional.ofNullable(last.getAndSet(null));
  }

  private static boolean isOfTheService(SdkException e) {
    return DynamoDb.mayRecover(e)
        || !(e instanceof AwsServiceException answer
            && answer.awsErrorDetails() != null
            && OF_A_REQUEST.contains(answer.awsErrorDetails().errorCode()));
  }
}
