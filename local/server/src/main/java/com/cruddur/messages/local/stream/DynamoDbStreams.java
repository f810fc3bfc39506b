package com.cruddur.messages.local.stream;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClientBuilder;

/// How the stream of a DynamoDB outside AWS is reached.
public final class DynamoDbStreams {
  private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

  private DynamoDbStreams() {}

  /// A client, to be built, for a DynamoDB that takes any credentials.
  public static DynamoDbStreamsClientBuilder at(URI endpoint) {
    return DynamoDbStreamsClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(client -> client.apiCallTimeout(CALL_LIMIT));
  }
}
