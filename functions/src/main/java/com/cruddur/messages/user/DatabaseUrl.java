package com.cruddur.messages.user;

/// What the environment variable `DATABASE_URL` takes: a JDBC URL of
/// [pgjdbc](https://jdbc.postgresql.org/documentation/use/).
public final class DatabaseUrl {
  /// The name of the environment variable.
  public static final String VARIABLE = "DATABASE_URL";

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
    return "/var/task/rds-ca/" + region + ".pem";
  }

  /// The URL that the environment names.
  ///
  /// @throws IllegalStateException when it names none
  static String fromEnvironment() {
    var url = System.getenv(VARIABLE);
    if (url == null || url.isBlank()) {
      throw new IllegalStateException(
          VARIABLE + " is not set: it names the users' database, jdbc:postgresql://…");
    }
    return url;
  }
}
