package com.cruddur.messages.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/// A database that takes connections and says nothing until it is woken up, as Aurora does that has
/// gone to sleep: a relay in front of a real one.
public final class SleepingDatabase implements AutoCloseable {
  private final ServerSocket server;
  private final URI database;
  private final CountDownLatch awake = new CountDownLatch(1);
  private final CountDownLatch visited = new CountDownLatch(1);

  /// @param jdbcUrl of the real one
  public SleepingDatabase(String jdbcUrl) throws IOException {
    database = URI.create(jdbcUrl.substring("jdbc:".length()));
    server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  /// The JDBC URL of this one.
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d%s?%s"
        .formatted(server.getLocalPort(), database.getPath(), database.getQuery());
  }

  /// Waits for the first connection.
  public void awaitVisit() throws InterruptedException {
    visited.await();
  }

  public void wakeUp() {
    awake.countDown();
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        visited.countDown();
        Thread.startVirtualThread(() -> serve(client));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      awake.await();
      try (var real = new Socket(database.getHost(), database.getPort())) {
        var back = Thread.startVirtualThread(() -> pass(real, client));
        pass(client, real);
        back.join();
      }
    } catch (IOException | InterruptedException e) {
      // One of the two has hung up.
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of the two has hung up.
    }
  }

  @Override
  public void close() throws IOException {
    wakeUp();
    server.close();
  }
}
