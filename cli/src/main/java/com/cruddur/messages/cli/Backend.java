package com.cruddur.messages.cli;

import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sts.StsClient;

/// The DynamoDB a command works on, with the table in it.
///
/// @param table seen as the functions see it
/// @param capacity what was read through it so far
/// @param target what is asked about before it is changed
public record Backend(MessagesTable table, ReadCapacity capacity, Target target)
    implements AutoCloseable {
  // A page of a scan may be 1 MB over a slow line; nobody waits behind a gateway for it.
  private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(20);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(60);

  static Backend connect(Optional<URI> endpoint, String tableName, OptionalDouble rcu) {
    var capacity = new ReadCapacity(rcu);
    var builder = endpoint.map(DynamoDb::at).orElseGet(DynamoDb::inAws);
    // The functions' own needs a library for each kind of machine.
    var http = UrlConnectionHttpClient.builder();
    // Without TLS nobody has to be trusted; reading whom the JDK trusts takes a tenth of a second.
    endpoint
        .filter(uri -> "http".equals(uri.getScheme()))
        .ifPresent(_ -> http.tlsTrustManagersProvider(() -> new TrustManager[0]));
    builder.httpClientBuilder(http);
    var client =
        builder
            .overrideConfiguration(
                builder.overrideConfiguration().toBuilder()
                    .apiCallAttemptTimeout(ATTEMPT_LIMIT)
                    .apiCallTimeout(CALL_LIMIT)
                    .addExecutionInterceptor(capacity)
                    .build())
            .build();
    return new Backend(
        new MessagesTable(client, tableName),
        capacity,
        Target.table(tableName, endpoint, Backend::accountAndRegion));
  }

  private static String accountAndRegion() {
    try (var sts =
        StsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
      return "in account %s, region %s"
          .formatted(
              sts.getCallerIdentity().account(), new DefaultAwsRegionProviderChain().getRegion());
    }
  }

  /// Talks to the DynamoDB; what is read through it counts, and is held to the rate.
  public DynamoDbClient client() {
    return table.client();
  }

  @Override
  public void close() {
    client().close();
  }
}
