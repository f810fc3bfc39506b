package com.cruddur.messages.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A Postgres of our own: a child process on a free loopback port, ready when [#start] returns.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(45);

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres postgres;
  private final long pid;
  private final Guardian guardian;

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres postgres, long pid, Guardian guardian) {
    this.postgres = postgres;
    this.pid = pid;
    this.guardian = guardian;
  }

  /// Starts an empty server whose data is deleted with it.
  ///
  /// @param binaries where the server's programs are unpacked, once for all runs (15 MB)
  /// @param data the server's data; created
  public static EmbeddedPostgres start(Path binaries, Path data) {
    return start(binaries, data, true);
  }

  /// Starts on the data kept in `data` (made if there is none), which survives the process. Written
  /// without fsync: it survives a killed process, not a power cut.
  public static EmbeddedPostgres startKeeping(Path binaries, Path data) {
    return start(binaries, data, false);
  }

  private static EmbeddedPostgres start(Path binaries, Path data, boolean clean) {
    var log = data.resolveSibling(data.getFileName() + ".log");
    try {
      var postgres =
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(Files.createDirectories(binaries).toFile())
              .setDataDirectory(data)
              .setCleanDataDirectory(clean)
              .setPGStartupWait(START_LIMIT)
              // The guardian does it, whichever way the JVM ends; two would be in each other's way.
              .setRegisterShutdownHook(false)
              .setOutputRedirector(ProcessBuilder.Redirect.to(log.toFile()))
              .setServerConfig("shared_buffers", "16MB")
              .setServerConfig("max_wal_size", "64MB")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .start();
      var pid = postmaster(data);
      return new EmbeddedPostgres(postgres, pid, Guardian.of(pid, clean ? data : null));
    } catch (IOException e) {
      throw new UncheckedIOException("Postgres did not start; it said: " + said(log), e);
    }
  }

  private static String said(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "nothing (" + e + ")";
    }
  }

  /// The JDBC URL with user and password, as `DATABASE_URL` takes it.
  public String jdbcUrl() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  /// The process id, for memory accounting.
  public long pid() {
    return pid;
  }

  // The first line of postmaster.pid is the process id.
  // https://www.postgresql.org/docs/17/storage-file-layout.html
  private static long postmaster(Path data) throws IOException {
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    }
  }

  /// Stops the server and waits until it has gone.
  @Override
  public void close() {
    guardian.close();
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Postgres did not stop", e);
    }
  }
}
