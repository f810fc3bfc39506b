package com.cruddur.messages.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.testing.PasswordCollector;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

class DatabaseUrlTest {
  // Where the SDK's default provider chains look first.
  @BeforeEach
  void signIn() {
    System.setProperty("aws.accessKeyId", "FIRSTKEY");
    System.setProperty("aws.secretAccessKey", "secret");
    System.setProperty("aws.region", "eu-central-1");
  }

  @AfterEach
  void signOut() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    System.clearProperty("aws.region");
  }

  @Test
  void theDriverReadsEverySetting() {
    var settings =
        Driver.parseURL(
            DatabaseUrl.iam(
                "users.example.com",
                5433,
                "cruddur",
                DatabaseRole.READER.role(),
                DatabaseUrl.rdsCaFile("eu-central-1")),
            null);
    assertThat(PGProperty.PG_HOST.getOrDefault(settings)).isEqualTo("users.example.com");
    assertThat(PGProperty.PG_PORT.getOrDefault(settings)).isEqualTo("5433");
    assertThat(PGProperty.PG_DBNAME.getOrDefault(settings)).isEqualTo("cruddur");
    assertThat(PGProperty.USER.getOrDefault(settings)).isEqualTo("cruddur_messages_reader");
    assertThat(PGProperty.SSL_MODE.getOrDefault(settings)).isEqualTo("verify-full");
    assertThat(PGProperty.SSL_ROOT_CERT.getOrDefault(settings))
        .isEqualTo("/var/task/rds-ca/eu-central-1.pem");
  }

  @Test
  void aTokenOfTheCdkStaysAsItIs() {
    assertThat(DatabaseUrl.iam("${Token[TOKEN.1]}", 5432, "d", "u", "f"))
        .startsWith("jdbc:postgresql://${Token[TOKEN.1]}:5432/d?user=u&");
    assertThat(DatabaseUrl.rdsCaFile("${Token[AWS.Region.2]}"))
        .endsWith("/${Token[AWS.Region.2]}.pem");
  }

  @Test
  void regionWithoutCertificatesIsNamed() {
    var url = DatabaseUrl.iam("h", 5432, "d", "u", DatabaseUrl.rdsCaFile("eu-nowhere-9"));
    assertThatThrownBy(() -> DatabaseUrl.withCertificates(url))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no certificates for eu-nowhere-9 in rds-ca: see rds-ca/README.md");
  }

  @Test
  void certificatesOfSomebodyElseAreTheDriversBusiness() {
    var url = DatabaseUrl.iam("h", 5432, "d", "u", "/etc/ssl/missing.pem");
    assertThat(DatabaseUrl.withCertificates(url)).isEqualTo(url);
  }

  @Test
  void everyNewConnectionAsksForATokenAnew() throws Exception {
    try (var server = new PasswordCollector()) {
      // The collector knows no TLS.
      var url =
          DatabaseUrl.iam("127.0.0.1", server.port(), "cruddur", "reader", "none")
              .replace("verify-full", "disable");
      assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
      System.setProperty("aws.accessKeyId", "SECONDKEY");
      assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
      var token = "127.0.0.1:" + server.port() + "/?DBUser=reader&Action=connect&";
      assertThat(server.next()).startsWith(token).contains("X-Amz-Credential=FIRSTKEY");
      assertThat(server.next()).startsWith(token).contains("X-Amz-Credential=SECONDKEY");
    }
  }
}
