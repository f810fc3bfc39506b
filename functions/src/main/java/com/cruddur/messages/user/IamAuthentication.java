package com.cruddur.messages.user;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// The password of an Amazon RDS database with IAM authentication: a token that this process signs
/// with its own credentials, without asking anybody, and that is good for opening a connection
/// within 15 minutes.
///
/// A plugin of the Postgres driver, named by the URL ([DatabaseUrl#iam]); the driver makes one for
/// every connection, so every connection gets a token of its own.
///
/// See <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html>
public final class IamAuthentication implements AuthenticationPlugin {
  private static final Duration VALID = Duration.ofMinutes(15);

  private final String host;
  private final String port;
  private final String user;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final Clock clock;

  /// As the driver makes it, with the region and the credentials of this process.
  ///
  /// @param connection the driver's settings: `PGHOST`, `PGPORT`, `user`
  public IamAuthentication(Properties connection) {
    this(
        connection,
        new DefaultAwsRegionProviderChain().getRegion().id(),
        DefaultCredentialsProvider.builder().build(),
        Clock.systemUTC());
  }

  IamAuthentication(
      Properties connection, String region, AwsCredentialsProvider credentials, Clock clock) {
    this.host = PGProperty.PG_HOST.getOrDefault(connection);
    this.port = PGProperty.PG_PORT.getOrDefault(connection);
    this.user = PGProperty.USER.getOrDefault(connection);
    this.region = region;
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
    try {
      return token().toCharArray();
    } catch (SdkException e) {
      throw new PSQLException(
          "no AWS credentials to sign the database's token with",
          PSQLState.INVALID_AUTHORIZATION_SPECIFICATION,
          e);
    }
  }

  // A presigned request "connect" to the service "rds-db"; the scheme is not part of the token.
  private String token() {
    var connect =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create("https://" + host + ":" + port + "/"))
            .putRawQueryParameter("DBUser", user)
            .putRawQueryParameter("Action", "connect")
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                request ->
                    request
                        .identity(credentials.resolveCredentials())
                        .request(connect)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "rds-db")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, VALID)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock));
    return signed.request().getUri().toString().substring("https://".length());
  }
}
