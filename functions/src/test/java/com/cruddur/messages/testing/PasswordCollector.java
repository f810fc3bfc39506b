package com.cruddur.messages.testing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A Postgres that asks everybody for a password in clear text, keeps it, and lets nobody in.
///
/// See <https://www.postgresql.org/docs/17/protocol-message-formats.html>
public final class PasswordCollector implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final BlockingQueue<String> passwords = new LinkedBlockingQueue<>();

  public PasswordCollector() throws IOException {
    Thread.ofVirtual().start(this::serve);
  }

  public int port() {
    return server.getLocalPort();
  }

  /// The next password that somebody gave; null when nobody does.
  public String next() throws InterruptedException {
    return passwords.poll(10, TimeUnit.SECONDS);
  }

  private void serve() {
    while (true) {
      try (var socket = server.accept()) {
        var in = new DataInputStream(socket.getInputStream());
        var out = new DataOutputStream(socket.getOutputStream());
        // StartupMessage: its length, counting itself, and the rest.
        in.readNBytes(in.readInt() - 4);
        // AuthenticationCleartextPassword
        out.writeByte('R');
        out.writeInt(8);
        out.writeInt(3);
        out.flush();
        // PasswordMessage: type, length, text, NUL.
        in.readByte();
        var text = in.readNBytes(in.readInt() - 4);
        passwords.add(new String(text, 0, text.length - 1, StandardCharsets.UTF_8));
      } catch (IOException e) {
        // Somebody left without a password, or this server was closed.
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
