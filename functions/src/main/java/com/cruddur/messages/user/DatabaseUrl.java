package com.cruddur.messages.user;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What the environment variable `DATABASE_URL` takes: a JDBC URL of
/// [pgjdbc](https://jdbc.postgresql.org/documentation/use/).
public final class DatabaseUrl {
  /// The name of the environment variable.
  public static final String VARIABLE = "DATABASE_URL";

  // Beside the classes of a deployed function.
  private static final String CA_FOLDER = "/var/task/rds-ca/";

  private static final Pattern CA_FILE =
      Pattern.compile("sslrootcert=(" + CA_FOLDER + "([^&]+)\\.pem)");

  private DatabaseUrl() {}

  /// The URL of an Amazon RDS database where the function's own IAM role is the password
  /// ([IamAuthentication]) and the server has to prove with a certificate that it is that host.
  ///
  /// Every value goes in as it is, so that it may also be a token of the CDK.
  ///
  /// @param host the host's name, without a port
  /// @param user the Postgres role, which must be granted `rds_iam`
  /// @param caFile the file of the certificates to be trusted, see [#rdsCaFile]
  public static String iam(String host, int port, String database, String user, String caFile) {
    return "jdbc:postgresql://%s:%d/%s?user=%s&sslmode=verify-full&sslrootcert=%s&authenticationPluginClassName=%s"
        .formatted(host, port, database, user, caFile, IamAuthentication.class.getName());
  }

  /// Where a deployed function finds the certificates of Amazon RDS: beside its classes, a file for
  /// each region.
  ///
  /// @param region `eu-central-1`, or a token of the CDK
  public static String rdsCaFile(String region) {
    return CA_FOLDER + region + ".pem";
  }

  /// The URL that the environment names.
  ///
  /// @throws IllegalStateException when it names none, or certificates that this release lacks
  static String fromEnvironment() {
    var url = System.getenv(VARIABLE);
    if (url == null || url.isBlank()) {
      throw new IllegalStateException(
          VARIABLE + " is not set: it names the users' database, jdbc:postgresql://…");
    }
    return withCertificates(url);
  }

  // The driver's error for it would not tell the region from a database that is away.
  static String withCertificates(String url) {
    var caFile = CA_FILE.matcher(url);
    if (caFile.find() && !Files.exists(Path.of(caFile.group(1)))) {
      throw new IllegalStateException(
          "no certificates for " + caFile.group(2) + " in rds-ca: see rds-ca/README.md");
    }
    return url;
  }
}
