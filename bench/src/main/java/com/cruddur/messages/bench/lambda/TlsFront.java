package com.cruddur.messages.bench.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// TLS in front of a server that has none, with a certificate of its own.
final class TlsFront implements AutoCloseable {
  private static final String PASSWORD = "loopback";
  private static final int HANDSHAKES = 300;

  private final Path folder;
  private final URI behind;
  private final SSLServerSocket server;

  private TlsFront(Path folder, URI behind, SSLServerSocket server) {
    this.folder = folder;
    this.behind = behind;
    this.server = server;
  }

  /// Starts it.
  ///
  /// @param folder for its certificate
  /// @param behind where the server is
  static TlsFront start(Path folder, URI behind)
      throws IOException, InterruptedException, GeneralSecurityException {
    var store = folder.resolve("tls.p12");
    keytool(
        "-genkeypair",
        "-alias",
        "tls",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost,ip:127.0.0.1",
        "-ext",
        "bc=ca:true",
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString());
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "tls",
        "-keystore",
        store.toString(),
        "-file",
        folder.resolve("tls.pem").toString());
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 100, InetAddress.getLoopbackAddress());
    var front = new TlsFront(folder, behind, server);
    Thread.ofVirtual().start(front::serve);
    front.warmUp(keys.getCertificate("tls"));
    return front;
  }

  // AWS's end of a handshake is compiled, so this one has to be before anything is measured.
  private void warmUp(Certificate certificate) throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("tls", certificate);
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    for (var i = 0; i < HANDSHAKES; i++) {
      // One for each: in a context of the last one's the session would be taken up again.
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      try (var socket =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
        socket.startHandshake();
      }
    }
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", PASSWORD));
    var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  /// Where it listens.
  URI endpoint() {
    return URI.create("https://localhost:" + server.getLocalPort());
  }

  /// The certificate, PEM.
  Path certificate() {
    return folder.resolve("tls.pem");
  }

  /// How a command begins whose process trusts it. The Common Runtime trusts whom the system trusts
  /// and cannot be told otherwise, so its certificate is mounted over the system's.
  List<String> trusting() {
    return List.of(
        "unshare",
        "--mount",
        "sh",
        "-c",
        "mount --bind \"$0\" /etc/ssl/certs/ca-certificates.crt && exec \"$@\"",
        certificate().toString());
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        // Closed, or somebody's handshake failed, which that one reports.
      }
    }
  }

  private void connect(Socket client) {
    try (client;
        var backend = new Socket(behind.getHost(), behind.getPort())) {
      client.setTcpNoDelay(true);
      backend.setTcpNoDelay(true);
      var back = Thread.ofVirtual().start(() -> pump(backend, client));
      pump(client, backend);
      back.join();
    } catch (IOException e) {
      // One side has hung up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      transfer(from.getInputStream(), to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // The other pump ends, too.
    }
  }

  private static void transfer(InputStream in, OutputStream out) throws IOException {
    var buffer = new byte[16_384];
    for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      out.write(buffer, 0, count);
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
