package com.cruddur.messages.integration.localstack;

import cloud.localstack.docker.Container;
import cloud.localstack.docker.DockerExe;
import com.cruddur.messages.integration.product.TargetMissingException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A LocalStack of our own in Docker, on a free port.
final class LocalStackContainer implements AutoCloseable {
  /// The image, of the last version that needs no token.
  static final String IMAGE = "localstack/localstack";

  static final String TAG = "4.14.0";

  /// By which name the containers of the functions reach this machine.
  static final String HOST = "host.docker.internal";

  private static final int DOCKER_MINUTES = 1;

  // The library fails on the statuses it is told only.
  private static final int NO_DAEMON = 1;

  private static final int EDGE_PORT = 4566;
  private static final String SOCKET = "/var/run/docker.sock";
  private static final Pattern READY = Pattern.compile("Ready\\.");

  private final Container container;

  private LocalStackContainer(Container container) {
    this.container = container;
  }

  /// Starts it; it answers when this returns.
  ///
  /// @throws TargetMissingException when no Docker daemon answers
  static LocalStackContainer start() {
    needDocker();
    var container =
        Container.createLocalstackContainer(
            "localhost", false, true, IMAGE, TAG, null, null, ENVIRONMENT, Map.of(), MOUNTS, null);
    try {
      container.waitForLogToken(READY);
    } catch (RuntimeException e) {
      container.stop();
      throw e;
    }
    return new LocalStackContainer(container);
  }

  // The functions run in containers beside LocalStack's own, which therefore needs Docker itself.
  private static final Map<String, String> MOUNTS = Map.of(SOCKET, SOCKET);

  // The second: the first start of a function pulls the runtime's image.
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LAMBDA_DOCKER_FLAGS",
          "--add-host=" + HOST + ":host-gateway",
          "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT",
          "120");

  private static void needDocker() {
    try {
      new DockerExe().execute(List.of("version"), DOCKER_MINUTES, List.of(NO_DAEMON));
    } catch (RuntimeException e) {
      throw new TargetMissingException(
          """
          no LocalStack: no Docker daemon answers here to start %s:%s with, and none is given. \
          Start Docker, or give a running one of at most that version: \
          -Dit.endpoint=http://localhost:4566\
          """
              .formatted(IMAGE, TAG),
          e);
    }
  }

  URI endpoint() {
    return URI.create("http://localhost:" + container.getExternalPortFor(EDGE_PORT));
  }

  /// Stops it, and every container it started with it.
  @Override
  public void close() {
    container.stop();
  }
}
