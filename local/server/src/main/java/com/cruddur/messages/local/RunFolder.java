package com.cruddur.messages.local;

import com.cruddur.messages.embedded.Guardian;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The folder of one run, `<tmp>/cruddur-messages-<user>-<port>-<pid>`: everything the run writes
/// that is not to be kept, and who it is. Deleted at the end, also after `kill -9`.
final class RunFolder implements AutoCloseable {
  private static final String OWNER = "owner";
  private static final String CHILD = "child-";
  private static final int ATTEMPTS = 50;

  private final Path path;
  private final Guardian guardian;

  private RunFolder(Path path, Guardian guardian) {
    this.path = path;
    this.guardian = guardian;
  }

  /// Makes the folder of this run.
  static RunFolder create(int port) throws IOException {
    var self = OtherProcess.self();
    // Texts of messages lie in it: for this user only.
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    var path = Files.createDirectory(temporary().resolve(prefix() + port + "-" + self.pid()), mine);
    self.write(path.resolve(OWNER));
    return new RunFolder(path, Guardian.of(path));
  }

  // bin/dev tells the system's temporary folder; the JVM's own is in the checkout, because a
  // library leaves a file in it when the JVM is killed.
  private static Path temporary() {
    return Path.of(System.getProperty("cruddur.temporary", System.getProperty("java.io.tmpdir")));
  }

  private static String prefix() {
    var user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._]", "_");
    return "cruddur-messages-" + user + "-";
  }

  Path path() {
    return path;
  }

  /// Notes a child process, so that a later run can end it should this one and its guardians be
  /// killed.
  void note(String name, long pid) throws IOException {
    var child = OtherProcess.of(pid);
    if (child.isPresent()) {
      child.get().write(path.resolve(CHILD + name));
    }
  }

  /// The run that uses `port` now, if it is one of ours.
  static Optional<OtherProcess> runningOn(int port) throws IOException {
    return folders().stream()
        .filter(folder -> folder.getFileName().toString().startsWith(prefix() + port + "-"))
        .flatMap(folder -> OtherProcess.read(folder.resolve(OWNER)).stream())
        .filter(OtherProcess::isAlive)
        .findFirst();
  }

  /// Ends and deletes what killed runs have left behind.
  ///
  /// @return the process ids of those runs
  static List<Long> cleanUp() throws IOException {
    return folders().stream().flatMap(folder -> leftBehind(folder).stream()).toList();
  }

  private static Optional<Long> leftBehind(Path folder) {
    var owner = OtherProcess.read(folder.resolve(OWNER));
    if (owner.isEmpty() || owner.get().isAlive()) {
      return Optional.empty();
    }
    try (var files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().startsWith(CHILD))
          .flatMap(file -> OtherProcess.read(file).stream())
          .forEach(OtherProcess::end);
    } catch (IOException | UncheckedIOException e) {
      // Its guardian is deleting it at this moment.
      return Optional.empty();
    }
    delete(folder);
    return owner.map(OtherProcess::pid);
  }

  private static List<Path> folders() throws IOException {
    try (var folders = Files.newDirectoryStream(temporary(), prefix() + "*")) {
      return StreamSupport.stream(folders.spliterator(), false).toList();
    }
  }

  @Override
  public void close() {
    delete(path);
    guardian.close();
  }

  // A server that is stopping may still write: try again until nothing is left.
  private static void delete(Path folder) {
    for (var attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException | UncheckedIOException e) {
        Thread.onSpinWait();
      }
    }
  }
}
