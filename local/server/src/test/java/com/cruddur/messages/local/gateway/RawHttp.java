package com.cruddur.messages.local.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// HTTP/1.1 without a client that would mend what is wrong with a request.
final class RawHttp implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final int port;
  private Socket socket;
  private InputStream in;

  RawHttp(int port) {
    this.port = port;
  }

  /// An answer; the status 0 when the server hung up instead.
  record Answer(int status, String body) {}

  /// Sends these bytes and reads one answer.
  ///
  /// @param withBody whether an answer to this request may have a body
  Answer send(byte[] request, boolean withBody) throws IOException {
    for (var attempt = 0; ; attempt++) {
      var fresh = socket == null;
      try {
        connect();
        socket.getOutputStream().write(request);
        return read(withBody);
      } catch (IOException e) {
        close();
        // A kept connection may have been given up meanwhile.
        if (fresh || attempt > 0) {
          return new Answer(0, "");
        }
      }
    }
  }

  private void connect() throws IOException {
    if (socket == null) {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    }
  }

  private Answer read(boolean withBody) throws IOException {
    var status = Integer.parseInt(line().split(" ")[1]);
    var length = 0;
    var chunked = false;
    var last = false;
    for (var line = line(); !line.isEmpty(); line = line()) {
      var header = line.toLowerCase(java.util.Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
      chunked |= header.equals("transfer-encoding: chunked");
      last |= header.equals("connection: close");
    }
    if (chunked) {
      throw new IOException("chunked");
    }
    var body = withBody ? in.readNBytes(length) : new byte[0];
    if (last) {
      close();
    }
    return new Answer(status, new String(body, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
