package com.cruddur.messages.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.RdsUtilities;

class IamAuthenticationTest {
  private static final DateTimeFormatter AMZ_DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String HOST = "users.cluster-abc.eu-central-1.rds.amazonaws.com";

  static AwsCredentials[] credentials() {
    return new AwsCredentials[] {
      AwsBasicCredentials.create("AKIDEXAMPLE", "secret"),
      AwsSessionCredentials.create("ASIAEXAMPLE", "secret", "session/token+with=signs")
    };
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void theTokenIsTheOneOfTheSdk(AwsCredentials identity) throws PSQLException {
    var provider = StaticCredentialsProvider.create(identity);
    var expected =
        RdsUtilities.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(provider)
            .build()
            .generateAuthenticationToken(
                request -> request.hostname(HOST).port(5433).username("cruddur_messages_reader"));
    // The parameters stand in another order, which the signature does not depend on.
    assertThat(token(provider, signedAt(expected)).split("&"))
        .containsExactlyInAnyOrder(expected.split("&"));
  }

  @Test
  void withoutCredentialsItSaysSo() {
    AwsCredentialsProvider none =
        () -> {
          throw SdkClientException.create("none");
        };
    assertThatThrownBy(() -> token(none, Clock.systemUTC()))
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("AWS credentials");
  }

  // The SDK's utility takes no clock, so ours is set to the second that its token bears.
  private static Clock signedAt(String token) {
    var date = Pattern.compile("X-Amz-Date=([0-9TZ]+)").matcher(token);
    assertThat(date.find()).isTrue();
    return Clock.fixed(AMZ_DATE.parse(date.group(1), Instant::from), ZoneOffset.UTC);
  }

  private static String token(AwsCredentialsProvider credentials, Clock clock)
      throws PSQLException {
    var connection = new Properties();
    connection.setProperty("PGHOST", HOST);
    connection.setProperty("PGPORT", "5433");
    connection.setProperty("user", "cruddur_messages_reader");
    var authentication = new IamAuthentication(connection, "eu-central-1", credentials, clock);
    return new String(authentication.getPassword(AuthenticationRequestType.CLEARTEXT_PASSWORD));
  }
}
