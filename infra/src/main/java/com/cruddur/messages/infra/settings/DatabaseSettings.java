package com.cruddur.messages.infra.settings;

import static com.cruddur.messages.infra.settings.Field.field;

/// The users' database.
///
/// @param existing the Postgres that is there already; null to make one
/// @param minCapacity of a new one, in Aurora capacity units; 0 lets it sleep when nobody asks
/// @param maxCapacity of a new one, in Aurora capacity units
public record DatabaseSettings(Existing existing, Double minCapacity, Double maxCapacity) {
  public DatabaseSettings {
    if (existing == null) {
      capacity("minCapacity", minCapacity, 0);
      capacity("maxCapacity", maxCapacity, 1);
      field("maxCapacity").check(minCapacity <= maxCapacity, "is less than minCapacity");
    } else {
      field("minCapacity").check(minCapacity == null, "is not ours to set on an existing database");
      field("maxCapacity").check(maxCapacity == null, "is not ours to set on an existing database");
    }
  }

  private static void capacity(String name, Double units, double least) {
    field(name).required(units, "a number of Aurora capacity units, or an existing database");
    field(name)
        .check(
            units >= least && units <= 256 && units * 2 == Math.rint(units * 2),
            "is no capacity; write %s to 256 in steps of 0.5".formatted(least));
  }

  /// A Postgres of another owner, with the table `public.users`.
  ///
  /// @param url a JDBC URL with user and password, or a dynamic reference of CloudFormation to one,
  ///     `{{resolve:secretsmanager:…}}`
  /// @param port where it listens; 5432 when left out
  /// @param securityGroupId the database's security group, which is opened for the functions; null
  ///     when that is done elsewhere
  public record Existing(String url, Integer port, String securityGroupId) {
    private static final int POSTGRES = 5432;

    public Existing {
      var advice = "jdbc:postgresql://HOST:PORT/DATABASE?user=…&password=… or {{resolve:…}}";
      field("url").required(url, advice);
      field("url")
          .check(
              url.startsWith("jdbc:postgresql://") || url.startsWith("{{resolve:"),
              // Not the value: it may hold a password.
              "is no JDBC URL of a Postgres; write " + advice);
      port = port == null ? POSTGRES : port;
      field("port").check(port >= 1 && port <= 65_535, "is no port; write 1 to 65535");
      if (securityGroupId != null) {
        field("securityGroupId").checkId(securityGroupId, "sg");
      }
    }
  }
}
