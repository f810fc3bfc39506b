package com.cruddur.messages.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands in front of a server and counts the connections to it.
public final class CountedConnections implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final AtomicInteger opened = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ServerSocket server;
  private final URI behind;
  private int open;

  public CountedConnections(URI behind) throws IOException {
    this.behind = behind;
    server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /// What `DYNAMODB_ENDPOINT` takes.
  public String endpoint() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /// How many there have been.
  public int opened() {
    return opened.get();
  }

  /// Whether none is open, after some seconds at the latest.
  public synchronized boolean noneIsLeft() throws InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    while (open > 0 && Instant.now().isBefore(deadline)) {
      wait(PATIENCE.toMillis());
    }
    return open == 0;
  }

  private synchronized void change(int by) {
    open += by;
    notifyAll();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        opened.incrementAndGet();
        change(1);
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var upstream = new Socket(behind.getHost(), behind.getPort())) {
      threads.execute(() -> copy(upstream, client));
      copy(client, upstream);
    } catch (IOException e) {
      // One of the two has gone.
    } finally {
      change(-1);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of the two has gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
