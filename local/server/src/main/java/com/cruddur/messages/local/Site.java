package com.cruddur.messages.local;

import com.cruddur.messages.local.web.Cors;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Executors;

/// The one port the local environment is reached on, on the loopback interface only. Taken first,
/// so that a second start fails before it has started anything; answers from [HttpServer#start] on.
record Site(HttpServer server) implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final int CONNECT_MILLIS = 300;

  /// @param port 0 for any free one
  /// @throws Refusal when somebody else has it
  static Site take(int port) throws IOException {
    // Where sockets share ports by default, binding alone would not notice.
    if (port != 0 && answers(port)) {
      throw taken(port);
    }
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      return new Site(server);
    } catch (BindException e) {
      throw taken(port);
    }
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Refusal taken(int port) throws IOException {
    var by =
        RunFolder.runningOn(port)
            .map(run -> "another run of this (process " + run.pid() + ")")
            .orElse("another program");
    return new Refusal("port " + port + " is taken by " + by + "; choose another with --port N");
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI uri() {
    return URI.create("http://localhost:" + port());
  }

  /// This site under both of its names, and where front ends under development usually run.
  Cors cors() {
    var all = new java.util.LinkedHashSet<String>();
    all.add(uri().toString());
    all.add("http://127.0.0.1:" + port());
    all.add("http://localhost:3000");
    all.add("http://localhost:5173");
    return new Cors(Set.copyOf(all));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
