package com.cruddur.messages.bench.lambda;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Watches how many sessions a Postgres has, by one of its own that does not count.
final class Sessions implements AutoCloseable {
  // https://www.postgresql.org/docs/17/monitoring-stats.html#MONITORING-PG-STAT-ACTIVITY-VIEW
  private static final String NOW =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
  private static final long PAUSE_NANOS = 2_000_000;

  private final Connection connection;
  private final AtomicInteger most = new AtomicInteger();
  private final Thread watcher = Thread.ofPlatform().name("sessions").unstarted(this::watch);
  private volatile boolean done;

  Sessions(String jdbcUrl) throws SQLException {
    connection = DriverManager.getConnection(jdbcUrl);
    watcher.start();
  }

  private void watch() {
    while (!done) {
      try {
        most.accumulateAndGet(now(), Math::max);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  int now() throws SQLException {
    return number(NOW);
  }

  /// The most that were ever seen at once.
  int most() {
    return most.get();
  }

  int limit() throws SQLException {
    return number("SELECT current_setting('max_connections')::int");
  }

  private synchronized int number(String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public void close() throws SQLException {
    done = true;
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
