package com.cruddur.messages.integration.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// The relay, by what it is for.
class UsersDatabaseTest {
  @Test
  void reachesTheUsersByEveryAddressOfThisMachineUntilItIsClosed()
      throws SQLException, SocketException {
    Connection open;
    try (var database = UsersDatabase.start()) {
      for (var network : NetworkInterface.networkInterfaces().toList()) {
        for (var address : network.inetAddresses().filter(UsersDatabaseTest::isVersion4).toList()) {
          assertThat(users(database.url(address.getHostAddress()))).isZero();
        }
      }
      open = DriverManager.getConnection(database.url("127.0.0.1"));
      assertThat(open.isValid(5)).isTrue();
    }
    try (open) {
      assertThat(open.isValid(5)).isFalse();
    }
  }

  private static boolean isVersion4(InetAddress address) {
    return address.getAddress().length == 4;
  }

  private static int users(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM public.users")) {
      row.next();
      return row.getInt(1);
    }
  }
}
