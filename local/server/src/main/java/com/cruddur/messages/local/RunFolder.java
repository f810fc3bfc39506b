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

/// The folder of one run, `<tmp>/cruddur-messages-<user>/<port>-<pid>`: everything the run writes
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
    var path = Files.createDirectories(parent().resolve(port + "-" + self.pid()));
    self.write(path.resolve(OWNER));
    return new RunFolder(path, Guardian.of(path));
  }

  private static Path parent() throws IOException {
    var user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
    var parent = Path.of(System.getProperty("java.io.tmpdir"), "cruddur-messages-" + user);
    if (!Files.isDirectory(parent)) {
      // Texts of messages lie in it: for this user only.
      var mine = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(parent, PosixFilePermissions.asFileAttribute(mine));
    }
    return parent;
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
        .filter(folder -> folder.getFileName().toString().startsWith(port + "-"))
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
    try (var folders = Files.list(parent())) {
      return folders.filter(Files::isDirectory).toList();
    }
  }

  @Override
  public void close() {
    delete(path);
    guardian.close();
    // Only where no other run is using it.
    path.getParent().toFile().delete();
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
