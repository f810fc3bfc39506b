package com.cruddur.messages.bench.load;

import com.cruddur.messages.embedded.Guardian;
import com.cruddur.messages.table.MessagesTable;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// The Python service, `bench/python/service.py`, under gunicorn with two workers, over the stores
/// of a `bin/dev`.
final class Gunicorn implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ANSWER_LIMIT = 5_000;
  private static final int WORKERS = 2;
  private static final Pattern LISTENING = Pattern.compile("Listening at: (http://[^ ]+)");

  private final Path log;
  private final Process process;
  private final Guardian guardian;
  private final URI site;

  private Gunicorn(Path log, Process process, Guardian guardian, URI site) {
    this.log = log;
    this.process = process;
    this.guardian = guardian;
    this.site = site;
  }

  static Gunicorn start(DevRun dev, URI keys) throws IOException {
    var log = Files.createTempFile("gunicorn", ".log");
    var builder =
        new ProcessBuilder(
                "/usr/bin/python3",
                "-m",
                "gunicorn",
                "--workers",
                Integer.toString(WORKERS),
                // Over a connection that is kept its default worker serves one client for ever.
                "--worker-class",
                "gthread",
                "--threads",
                "8",
                "--bind",
                "127.0.0.1:0",
                "service:app")
            .directory(Path.of("bench/python").toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("TABLE_NAME", MessagesTable.DEFAULT_NAME);
    builder.environment().put("AWS_ENDPOINT_URL_DYNAMODB", dev.exported("DYNAMODB_ENDPOINT"));
    builder.environment().put("POSTGRES_URL", postgresUrl(dev.exported("DATABASE_URL")));
    builder.environment().put("JWKS_URL", keys.toString());
    builder.environment().put("AWS_ACCESS_KEY_ID", "local");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "local");
    builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
    var process = builder.start();
    var guardian = Guardian.of(process.pid(), null);
    var deadline = Instant.now().plus(PATIENCE);
    while (process.descendants().count() < WORKERS
        || site(log).filter(Gunicorn::answers).isEmpty()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        guardian.close();
        process.destroyForcibly();
        throw new IOException("gunicorn did not start: " + Files.readString(log));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return new Gunicorn(log, process, guardian, site(log).orElseThrow());
  }

  private static Optional<URI> site(Path log) throws IOException {
    var listening = LISTENING.matcher(Files.readString(log));
    return listening.find() ? Optional.of(URI.create(listening.group(1))) : Optional.empty();
  }

  // It listens before its workers have loaded the service, and any answer is one of theirs.
  private static boolean answers(URI site) {
    try {
      var request = (HttpURLConnection) site.toURL().openConnection();
      request.setReadTimeout(ANSWER_LIMIT);
      return request.getResponseCode() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  // As libpq takes it.
  private static String postgresUrl(String jdbcUrl) {
    var url = URI.create(jdbcUrl.substring("jdbc:".length()));
    return "postgresql://postgres@%s:%d/postgres".formatted(url.getHost(), url.getPort());
  }

  URI site() {
    return site;
  }

  /// Of the master and its workers.
  List<Long> pids() {
    var pids = new ArrayList<Long>();
    pids.add(process.pid());
    process.descendants().map(ProcessHandle::pid).forEach(pids::add);
    return pids;
  }

  /// @throws IOException with what it said when it had ended before
  @Override
  public void close() throws IOException {
    guardian.close();
    if (!process.isAlive()) {
      throw new IOException("gunicorn had ended: " + Files.readString(log));
    }
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.delete(log);
  }
}
