package com.cruddur.messages.integration.localstack;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The clients of the services that LocalStack stands in for.
record Clients(DynamoDbClient dynamoDb, LambdaClient lambda, S3Client s3) implements AutoCloseable {
  // A function's first call waits for its container.
  private static final Duration LIMIT = Duration.ofMinutes(3);

  static Clients at(URI endpoint) {
    return new Clients(
        configure(DynamoDbClient.builder(), endpoint).build(),
        configure(LambdaClient.builder(), endpoint).build(),
        configure(S3Client.builder().forcePathStyle(true), endpoint).build());
  }

  private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(LIMIT));
  }

  @Override
  public void close() {
    dynamoDb.close();
    lambda.close();
    s3.close();
  }
}
