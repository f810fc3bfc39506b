package com.cruddur.messages.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A folder that keeps the data of both stores between runs, used by one run at a time.
final class KeptData implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;

  private KeptData(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Takes the folder, made where it is missing.
  ///
  /// @throws Refusal when another run has it, or it cannot be written
  static KeptData open(Path given) {
    var folder = given.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new Refusal(
            "the data folder " + folder + " is in use by another run; stop it or name another one");
      }
      return new KeptData(folder, channel);
    } catch (IOException e) {
      throw new Refusal("the data folder " + folder + " cannot be used: " + e);
    }
  }

  // The system gives a lock back with its process, however that ends.
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path table() throws IOException {
    return Files.createDirectories(folder.resolve("dynamodb"));
  }

  Path users() {
    return folder.resolve("postgres");
  }

  /// Where the stream function's discarded batches go.
  Path failures() {
    return folder.resolve("failures");
  }

  /// Whether the seed was wholly written once; what users did with it since is theirs.
  boolean isSeeded() {
    return Files.exists(folder.resolve("seeded"));
  }

  void setSeeded() throws IOException {
    Files.writeString(folder.resolve("seeded"), "");
  }

  /// Ends the server that a killed run has left on the data, if it has not gone yet.
  void endFormer(String server) {
    OtherProcess.read(processFile(server)).ifPresent(OtherProcess::end);
  }

  /// Notes the server that is on the data now.
  void note(String server, long pid) throws IOException {
    var process = OtherProcess.of(pid);
    if (process.isPresent()) {
      process.get().write(processFile(server));
    }
  }

  private Path processFile(String server) {
    return folder.resolve(server + ".process");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
