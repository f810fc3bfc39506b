package com.cruddur.messages.integration.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Makes a server that listens on loopback only reachable from a container: passes on every
/// connection to a free port of all interfaces.
final class TcpRelay implements AutoCloseable {
  private final InetSocketAddress server;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private TcpRelay(InetSocketAddress server) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(0);
    threads.execute(this::accept);
  }

  /// Starts passing on to `server`.
  static TcpRelay to(InetSocketAddress server) {
    try {
      return new TcpRelay(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        var client = listening.accept();
        threads.execute(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    var upstream = new Socket();
    open.add(client);
    open.add(upstream);
    try (client;
        upstream) {
      upstream.connect(server);
      var back = threads.submit(() -> copy(upstream, client));
      copy(client, upstream);
      back.get();
    } catch (IOException | ExecutionException e) {
      // One side has hung up, and now the other one sees it, too.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
      open.remove(upstream);
    }
  }

  private static Void copy(Socket from, Socket to) throws IOException {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } finally {
      to.shutdownOutput();
    }
    return null;
  }

  /// Stops listening and hangs up.
  @Override
  public void close() {
    try {
      listening.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.close();
    }
  }
}
