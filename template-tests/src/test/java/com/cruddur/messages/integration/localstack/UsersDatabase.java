package com.cruddur.messages.integration.localstack;

import com.cruddur.messages.embedded.EmbeddedPostgres;
import com.cruddur.messages.integration.product.Checkout;
import com.cruddur.messages.integration.product.WorkFolder;
import com.cruddur.messages.seed.UserSeed;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;

/// The users' database, empty: a Postgres on this machine's loopback and a relay to it.
final class UsersDatabase implements AutoCloseable {
  private static final String JDBC = "jdbc:";

  private final WorkFolder folder = WorkFolder.create();
  private final EmbeddedPostgres postgres;
  private final TcpRelay relay;

  private UsersDatabase() {
    postgres =
        EmbeddedPostgres.start(
            Checkout.file("local/embedded/target/postgres"), folder.path().resolve("postgres"));
    var server = URI.create(postgres.jdbcUrl().substring(JDBC.length()));
    relay = TcpRelay.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
  }

  /// Starts it and makes its table.
  static UsersDatabase start() {
    var database = new UsersDatabase();
    try {
      UserSeed.createTable(database.postgres.jdbcUrl());
      return database;
    } catch (SQLException e) {
      database.close();
      throw new IllegalStateException(e);
    }
  }

  /// What `DATABASE_URL` takes where this machine is called `host`.
  String url(String host) {
    return postgres.jdbcUrl().replaceFirst("//[^/]*/", "//%s:%d/".formatted(host, relay.port()));
  }

  @Override
  public void close() {
    relay.close();
    postgres.close();
    folder.close();
  }
}
